package io.pglitedb.rowstore;

import io.pglitedb.rowstore.lock.LockManager;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.rocks.RocksRowStore;
import io.pglitedb.rowstore.segment.ColdRows;
import io.pglitedb.rowstore.segment.SegmentWrites;
import java.nio.file.Path;
import java.util.List;

/// Rows and index entries of all databases of one data directory, under snapshots, locks and durable commits.
/// Knows relation and index numbers, rowids, keys and bytes, but no SQL. Thread-safe.
public interface RowStore extends AutoCloseable {
    /// Opens, and creates when empty, the store in `directory`; recovers what a killed process left.
    ///
    /// F0001 when another process holds the directory, 0A000 for a newer format, 55000 when it is none of ours,
    /// XX001 when files are damaged, the codes of file access when it cannot be written to.
    static RowStore open(Path directory, RowStoreOptions options) {
        return open(directory, options, ColdRows.NONE);
    }

    /// The same of a store with segments.
    static RowStore open(Path directory, RowStoreOptions options, ColdRows coldRows) {
        return RocksRowStore.open(directory, options, coldRows);
    }

    Transaction begin(TransactionOptions options);

    /// The newest committed state, retained for the caller, who closes it.
    Snapshot currentSnapshot();

    SegmentWrites segmentWrites();

    LockManager locks();

    PreparedTransactions prepared();

    /// `pg_blocking_pids`: who stands between the session and what it waits for.
    List<Integer> blockingProcessIds(LockSession session);

    /// The next rowid of a relation, from 1; never handed out again, not even after a crash or a rollback.
    long nextRowid(int relationNumber);

    /// The first of `count` consecutive rowids.
    long reserveRowids(int relationNumber, int count);

    /// A number for a new relation, index or segment: unique in the server, never reused, from 16384.
    int allocateNumber();

    /// The next OID from a persistent counter: from 16384, wraps around to 16384 after 2^32 - 1. The caller
    /// checks that it is free.
    int allocateOid();

    /// The next transaction id to be given, 64-bit.
    long nextTransactionId();

    /// A durable value outside transactions (sequences): what `write` stored is what a later process reads, in
    /// the order
    /// of the log; a commit that is durable makes the counters written before it durable.
    long readCounter(String name, long whenAbsent);

    void writeCounter(String name, long value);

    void dropCounter(String name);

    /// About how many bytes the rows of a relation take, in files (compressed) and memory.
    long relationBytes(int relationNumber);

    /// As `relationBytes`, of an index's entries.
    long indexBytes(int indexNumber);

    StoreInspection inspection();

    /// Makes every commit so far durable (those with asynchronous commit too).
    void flush();

    /// Waits until snapshots and transactions in use are closed, then closes RocksDB. A second call does nothing.
    @Override
    void close();
}
