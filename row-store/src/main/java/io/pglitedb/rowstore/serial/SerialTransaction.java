package io.pglitedb.rowstore.serial;

import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockSession;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;

/// One SERIALIZABLE transaction's side of [SerialConflicts], from its snapshot to its end.
public final class SerialTransaction implements SerialReads {
    private final SerialConflicts conflicts;
    private final Participant me;

    SerialTransaction(SerialConflicts conflicts, Participant me) {
        this.conflicts = conflicts;
        this.me = me;
    }

    /// @param take gives the newest snapshot, retained
    /// @param deferrable waits for a snapshot under which a read-only transaction needs no watching; 57014 when
    ///     cancelled
    public static SerialTransaction begin(
            SerialConflicts conflicts,
            LockSession session,
            boolean readOnly,
            boolean deferrable,
            Supplier<? extends Snapshot> take) {
        return conflicts.begin(session, readOnly, deferrable, take);
    }

    /// A prepared one of an earlier process: nobody knows any more what it has read, so it counts as everything.
    public static SerialTransaction restore(SerialConflicts conflicts, LockSession session, long transactionId) {
        return new SerialTransaction(conflicts, conflicts.restore(session, transactionId));
    }

    /// Valid until it is prepared or ends.
    public Snapshot snapshot() {
        return me.snapshot;
    }

    /// To be called when the transaction has its id.
    public void named(long transactionId) {
        me.transactionId = transactionId;
    }

    private static byte[] rowKey(long rowid) {
        return ByteBuffer.allocate(Long.BYTES).putLong(rowid).array();
    }

    /// The first key behind `key`.
    private static byte[] behind(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    @Override
    public void relation(int relationNumber) {
        conflicts.read(me, StoreKey.ROW, relationNumber, null, null);
    }

    @Override
    public void row(int relationNumber, long rowid) {
        conflicts.read(me, StoreKey.ROW, relationNumber, rowKey(rowid), rowKey(rowid + 1));
    }

    @Override
    public void index(int indexNumber, byte[] low, byte[] high) {
        conflicts.read(me, StoreKey.INDEX, indexNumber, low, high);
    }

    @Override
    public void keyTaken(int indexNumber, byte[] key) {
        conflicts.checkReaders(me, StoreKey.INDEX, indexNumber, key, behind(key));
    }

    /// A row is inserted, updated or deleted. 40001 when that cannot be.
    public void wroteRow(int relationNumber, long rowid) {
        conflicts.write(me, StoreKey.ROW, relationNumber, rowKey(rowid), rowKey(rowid + 1));
    }

    /// An index gets an entry.
    public void wroteIndex(int indexNumber, byte[] key) {
        conflicts.write(me, StoreKey.INDEX, indexNumber, key, behind(key));
    }

    /// 40001 when the transaction may not commit; afterwards it will not fail for what others do, and reads no
    /// more.
    public void prepare() {
        conflicts.prepare(me);
    }

    /// The snapshot is not needed any more.
    public void stopReading() {
        conflicts.stopReading(me);
    }

    /// @param committed after the writes have become visible
    public void finish(boolean committed) {
        conflicts.finish(me, committed);
    }
}
