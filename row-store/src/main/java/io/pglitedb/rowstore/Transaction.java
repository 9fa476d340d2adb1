package io.pglitedb.rowstore;

import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;

/// Buffers its writes until `commit`; reads merge them over a snapshot. Used by one thread at a time. After
/// `commit` or `rollback`, or a `close` that rolls back, only `close` may be called.
///
/// Commands: every statement that writes takes a number by `startCommand`; its writes carry it and its reads use
/// `view()`, which ends before it. The next statement sees them.
public interface Transaction extends AutoCloseable {
    Isolation isolation();

    LockSession session();

    /// The 64-bit id, given at the first call (the first write makes it).
    long id();

    /// 0 while no id was given.
    long idIfAssigned();

    /// Takes the statement's snapshot (READ COMMITTED: a new one; otherwise the transaction's own) and makes all
    /// writes so far visible to it.
    ReadView startStatement();

    /// Takes over the snapshot of another transaction, before the first statement of a REPEATABLE READ one.
    void startFrom(Snapshot other);

    /// Makes the view of an outer statement the current one again, after statements inside it.
    ///
    /// @param outer whose snapshot somebody holds
    void returnTo(ReadView outer);

    /// The view of the current statement.
    ReadView view();

    /// Snapshot and every own write so far: for uniqueness and foreign key checks after the statement, and for
    /// volatile functions' inner statements.
    ReadView latestView();

    /// Whom to tell what is read; null when nobody wants to know: below SERIALIZABLE.
    SerialReads serialReads();

    /// Ends the current command: later views see its writes (CommandCounterIncrement).
    int nextCommand();

    /// The stored row as `view` sees it, or null.
    byte[] get(ReadView view, int relationNumber, long rowid);

    RowCursor scanRows(ReadView view, int relationNumber, long fromRowid, long toRowid, Direction direction);

    byte[] getIndex(ReadView view, int indexNumber, byte[] key);

    IndexCursor scanIndex(ReadView view, int indexNumber, byte[] low, byte[] high, Direction direction);

    /// Writes a new version of a row (insert and update alike); the body goes behind a header with this
    /// transaction's id. Updating takes `lockRow` first; a rowid from `nextRowid` needs none.
    void putRow(int relationNumber, long rowid, byte[] body, int offset, int length);

    void deleteRow(int relationNumber, long rowid);

    void putIndex(int indexNumber, byte[] key, byte[] value);

    void deleteIndex(int indexNumber, byte[] key);

    /// Whether it has put or deleted rows with rowids in [from, to), in any command.
    boolean hasWritten(int relationNumber, long fromRowid, long toRowid);

    /// Has something done, once, before this transaction begins another command, asks for a view of all its
    /// writes, or takes a savepoint: for who holds back writes of the current command.
    void beforeNextCommand(Runnable action);

    /// No more, if it was not done yet.
    void notBeforeNextCommand(Runnable action);

    /// Keeps rowids that nobody has used for a segment of rows that this transaction inserts: until it ends, or
    /// goes back behind this point, no other segment comes to stand for them.
    ///
    /// @param lastRowid belongs to the range
    /// @return the segment's number; 0 when another segment stands for some of the rowids already
    int claimSegment(int relationNumber, long firstRowid, long lastRowid);

    /// Inserts the rows of a segment, whose file is whole, within a range that was claimed for it. They are
    /// versions like others: later commands see them and may change them.
    void addSegment(int relationNumber, ManifestEntry entry);

    /// The segments of a relation that a view sees, this transaction's own among them.
    Manifest manifest(ReadView view, int relationNumber);

    /// Throws all rows of a relation away at commit, with one range delete: the number is never used again.
    void dropRelationRows(int relationNumber);

    void dropIndexEntries(int indexNumber);

    /// Locks a row and compares its newest committed version with the one the caller read.
    ///
    /// @param view what the caller read the row with
    /// @param seenTransactionId writer in the header of the version the caller read (`RowHeader.transactionId`)
    /// @return above READ COMMITTED a caller that means to change the row raises 40001 for one that was changed
    ///     or deleted
    /// @throws io.pglitedb.types.error.PgException 40P01, 55P03 (lock_timeout), 57014 from waiting
    RowLockResult lockRow(
            ReadView view, int relationNumber, long rowid, long seenTransactionId, RowLockMode mode, WaitPolicy policy);

    /// Waits for whoever is about to insert or delete this key, keeps the key locked to the end of the
    /// transaction, and returns the newest state of it: own write if any, else newest committed; null when the
    /// key is free.
    byte[] lockUniqueKey(int indexNumber, byte[] key);

    /// The number was allocated for this transaction: until it commits nobody else can know what is kept under
    /// it, and keys need no locks.
    void created(int number);

    /// As `lockUniqueKey`, of a row (foreign key checks read the newest committed row, not the snapshot's).
    byte[] newestRow(int relationNumber, long rowid);

    /// Newest committed state, retained for the caller, for checks that must not depend on the snapshot's age.
    Snapshot newestCommitted();

    Savepoint savepoint();

    void rollbackTo(Savepoint savepoint);

    /// Forgets the savepoint; its work belongs to the surrounding level.
    void release(Savepoint savepoint);

    /// Snapshots of later commits see a new `catalogVersion` of the database.
    void catalogChanged(int databaseNumber);

    /// Run before the writes are handed over, in order; may write, may throw (then the transaction rolls back).
    void beforeCommit(Runnable action);

    /// Run after the commit is visible and before locks are released.
    void afterCommit(Runnable action);

    /// Run after a rollback, of the whole or of the savepoint inside which it was registered.
    void afterRollback(Runnable action);

    /// Counters that were written in the transaction are on the disk once a durable commit has returned.
    void flushAtCommit();

    void commit(Durability durability);

    void rollback();

    /// Rolls back unless ended.
    @Override
    void close();
}
