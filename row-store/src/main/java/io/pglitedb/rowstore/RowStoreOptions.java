package io.pglitedb.rowstore;

/// @param memoryBytes block cache and memtables together
/// @param walBytesMax bound of the write-ahead log, and so of recovery
/// @param ingestKeys write sets with more keys than this commit as sorted files instead of a batch
/// @param asyncFlushMs a commit that did not wait for the disk is durable after this many milliseconds
/// @param deadlockTimeoutMs how long a waiter waits before it looks for a deadlock
/// @param drainTimeoutMs how long `close` waits for users
public record RowStoreOptions(
        long memoryBytes,
        long walBytesMax,
        int ingestKeys,
        int asyncFlushMs,
        int deadlockTimeoutMs,
        int drainTimeoutMs) {
    public static RowStoreOptions defaults() {
        return new RowStoreOptions(512L << 20, 512L << 20, 50_000, 200, 1_000, 10_000);
    }

    public RowStoreOptions withMemoryBytes(long bytes) {
        return new RowStoreOptions(bytes, walBytesMax, ingestKeys, asyncFlushMs, deadlockTimeoutMs, drainTimeoutMs);
    }

    public RowStoreOptions withIngestKeys(int keys) {
        return new RowStoreOptions(memoryBytes, walBytesMax, keys, asyncFlushMs, deadlockTimeoutMs, drainTimeoutMs);
    }

    public RowStoreOptions withDeadlockTimeoutMs(int milliseconds) {
        return new RowStoreOptions(memoryBytes, walBytesMax, ingestKeys, asyncFlushMs, milliseconds, drainTimeoutMs);
    }
}
