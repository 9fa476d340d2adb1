package io.pglitedb.rowstore.lock;

/// What is locked. `database` is a database OID, 0 for shared objects.
public sealed interface LockTag {
    /// A table or index, by OID.
    record Relation(int database, int oid) implements LockTag {}

    /// A row, by relation number. Its modes are the four of `RowLockMode`.
    record Row(int relationNumber, long rowid) implements LockTag {}

    /// A key of a unique index, by a 64-bit hash: two keys with one hash wait for each other, which is harmless.
    record Key(int indexNumber, long keyHash) implements LockTag {}

    /// Held exclusively by the transaction itself while it runs.
    record TransactionId(long id) implements LockTag {}

    /// @param variant 1 for one 64-bit key, 2 for two 32-bit keys, as `pg_locks.objsubid`
    record Advisory(int database, int high, int low, int variant) implements LockTag {}
}
