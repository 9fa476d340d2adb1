package io.pglitedb.rowstore.lock;

/// A line of `pg_locks`.
///
/// @param waitStartMicros since the epoch; 0 when granted
public record LockInfo(LockTag tag, String mode, boolean granted, int processId, long waitStartMicros) {}
