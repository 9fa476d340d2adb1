package io.pglitedb.executor.row.key;

/// Whether two values that are not null are the same.
interface ValueEquality {
    boolean equal(Object left, Object right);

    /// Equal values have equal hashes.
    int hash(Object value);
}
