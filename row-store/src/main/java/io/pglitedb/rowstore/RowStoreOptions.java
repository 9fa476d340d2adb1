package io.pglitedb.rowstore;

/// @param memoryBytes block cache and memtables together
/// @param recordCacheBytes of the Java heap, for single rows and index entries read or written lately
/// @param walBytesMax bound of the write-ahead log, and so of recovery
/// @param ingestKeys write sets with more keys than this commit as sorted files instead of a batch
/// @param writeSetBytes memory of a transaction's uncommitted writes; more of them go to temporary files
/// @param asyncFlushMs a commit that did not wait for the disk is durable after this many milliseconds
/// @param deadlockTimeoutMs how long a waiter waits before it looks for a deadlock
/// @param drainTimeoutMs how long `close` waits for users
public record RowStoreOptions(
        long memoryBytes,
        long recordCacheBytes,
        long walBytesMax,
        int ingestKeys,
        long writeSetBytes,
        int asyncFlushMs,
        int deadlockTimeoutMs,
        int drainTimeoutMs) {
    public static RowStoreOptions defaults() {
        return new RowStoreOptions(
                512L << 20, Runtime.getRuntime().maxMemory() / 8, 512L << 20, 50_000, 64L << 20, 200, 1_000, 10_000);
    }

    public RowStoreOptions withMemoryBytes(long bytes) {
        return new RowStoreOptions(
                bytes,
                recordCacheBytes,
                walBytesMax,
                ingestKeys,
                writeSetBytes,
                asyncFlushMs,
                deadlockTimeoutMs,
                drainTimeoutMs);
    }

    public RowStoreOptions withIngestKeys(int keys) {
        return new RowStoreOptions(
                memoryBytes,
                recordCacheBytes,
                walBytesMax,
                keys,
                writeSetBytes,
                asyncFlushMs,
                deadlockTimeoutMs,
                drainTimeoutMs);
    }

    public RowStoreOptions withWriteSetBytes(long bytes) {
        return new RowStoreOptions(
                memoryBytes,
                recordCacheBytes,
                walBytesMax,
                ingestKeys,
                bytes,
                asyncFlushMs,
                deadlockTimeoutMs,
                drainTimeoutMs);
    }

    public RowStoreOptions withDeadlockTimeoutMs(int milliseconds) {
        return new RowStoreOptions(
                memoryBytes,
                recordCacheBytes,
                walBytesMax,
                ingestKeys,
                writeSetBytes,
                asyncFlushMs,
                milliseconds,
                drainTimeoutMs);
    }
}
