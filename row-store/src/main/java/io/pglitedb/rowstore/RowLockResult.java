package io.pglitedb.rowstore;

/// What `Transaction.lockRow` found once it held the lock.
public sealed interface RowLockResult {
    /// Nobody changed the row since the version the caller read.
    record Unchanged() implements RowLockResult {
        public static final Unchanged INSTANCE = new Unchanged();
    }

    /// A newer committed version; READ COMMITTED evaluates its predicate again on it. `row` is the stored value.
    record Changed(byte[] row) implements RowLockResult {}

    /// The current command of this very transaction has written the row already (TM_SelfModified): to be passed over.
    record SelfModified() implements RowLockResult {}

    /// The row is gone.
    record Deleted() implements RowLockResult {}

    /// Somebody holds it and the policy was not to wait.
    record NotLocked() implements RowLockResult {}
}
