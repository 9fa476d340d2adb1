package io.pglitedb.executor.row.key;

/// Whether two values that are not null are the same.
public interface ValueEquality {
    boolean equal(Object left, Object right);

    /// Equal values have equal hashes.
    int hash(Object value);

    /// Whether values are equal exactly when they are the same integer, whatever its type, or the same bytes.
    default boolean isIdentity() {
        return false;
    }
}
