package io.pglitedb.rowstore;

/// @param memoryBytes block cache and memtables together
/// @param recordCacheBytes of the Java heap, for single rows and index entries read or written lately
/// @param walBytesMax bound of the write-ahead log, and so of recovery
/// @param ingestKeys write sets with more keys than this commit as sorted files instead of a batch
/// @param writeSetBytes memory that each transaction's uncommitted writes may take; more of them take from what
///     all share, or go to temporary files
/// @param sharedWriteBytes what uncommitted writes may take beyond, of all transactions together
/// @param asyncFlushMs a commit that did not wait for the disk is durable after this many milliseconds
/// @param deadlockTimeoutMs how long a waiter waits before it looks for a deadlock
/// @param drainTimeoutMs how long `close` waits for users
public record RowStoreOptions(
        long memoryBytes,
        long recordCacheBytes,
        long walBytesMax,
        int ingestKeys,
        long writeSetBytes,
        long sharedWriteBytes,
        int asyncFlushMs,
        int deadlockTimeoutMs,
        int drainTimeoutMs) {
    public static RowStoreOptions defaults() {
        long heap = Runtime.getRuntime().maxMemory();
        return new RowStoreOptions(512L << 20, heap / 8, 512L << 20, 50_000, 64L << 20, heap / 8, 200, 1_000, 10_000);
    }

    public RowStoreOptions withMemoryBytes(long bytes) {
        return new RowStoreOptions(
                bytes,
                recordCacheBytes,
                walBytesMax,
                ingestKeys,
                writeSetBytes,
                sharedWriteBytes,
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
                sharedWriteBytes,
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
                sharedWriteBytes,
                asyncFlushMs,
                deadlockTimeoutMs,
                drainTimeoutMs);
    }

    public RowStoreOptions withSharedWriteBytes(long bytes) {
        return new RowStoreOptions(
                memoryBytes,
                recordCacheBytes,
                walBytesMax,
                ingestKeys,
                writeSetBytes,
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
                sharedWriteBytes,
                asyncFlushMs,
                milliseconds,
                drainTimeoutMs);
    }
}
