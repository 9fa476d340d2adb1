package io.pglitedb.executor.backend;

import java.time.Instant;

/// Time as PostgreSQL counts it.
public final class Clocks {
    private static final long EPOCH_SECONDS = 946_684_800; // 2000-01-01 UTC

    private Clocks() {}

    /// µs since 2000-01-01 UTC, now.
    public static long micros() {
        Instant now = Instant.now();
        return (now.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + now.getNano() / 1_000;
    }
}
