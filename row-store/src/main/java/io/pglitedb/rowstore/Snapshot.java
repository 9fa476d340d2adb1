package io.pglitedb.rowstore;

import io.pglitedb.rowstore.segment.SegmentReads;

/// One committed state of the whole store, shared by everybody who began between two commits; counted references,
/// so that taking one costs no native call. Reading after the last `close` is an error of the caller.
public interface Snapshot extends AutoCloseable {
    /// Grows with every commit group; equal for equal states. In memory only: starts anew with the process.
    long commitSequence();

    /// Changes exactly when a transaction that called `Transaction.catalogChanged(database)` becomes visible.
    long catalogVersion(int databaseNumber);

    /// Smallest id not finished when this state was published; all below are committed or rolled back.
    long oldestRunning();

    /// First id not yet given out when this state was published.
    long nextTransactionId();

    /// Ids in [oldestRunning, nextTransactionId) that were running then, ascending. Not to be changed.
    long[] running();

    /// True when the transaction had ended before this state.
    boolean finished(long transactionId);

    /// The stored row (see `row.RowHeader`), or null.
    byte[] get(int relationNumber, long rowid);

    /// Value of an index entry, or null.
    byte[] getIndex(int indexNumber, byte[] key);

    /// Rows with rowids in [from, to), ascending. The caller closes the cursor.
    RowCursor scanRows(int relationNumber, long fromRowid, long toRowid, Direction direction);

    /// Rows outside of segments, and in their place, with rowids in [from, to), ascending.
    RowCursor scanHotRows(int relationNumber, long fromRowid, long toRowid);

    /// Entries with keys in [low, high); a null bound is the index's end.
    IndexCursor scanIndex(int indexNumber, byte[] low, byte[] high, Direction direction);

    /// The segments of relations as this state has them.
    SegmentReads segments();

    /// One more reference to the same state.
    Snapshot retain();

    @Override
    void close();
}
