package io.pglitedb.executor.transaction;

/// Somebody whose state follows the transaction.
public interface TransactionListener {
    /// The last moment in which the transaction may still be used; may throw, then it rolls back.
    default void beforeCommit() {}

    /// Before the work of `beforeCommit` when the transaction is about to be prepared; 0A000 for what cannot
    /// outlive its session.
    default void beforePrepare() {}

    default void committed() {}

    /// The transaction is about to be rolled back, also for a commit that failed.
    default void rollingBack() {}

    /// @param level of the savepoint, from 2
    default void savepointReleased(int level) {}

    /// Everything of that level and those inside it is about to be undone.
    default void savepointRollingBack(int level) {}
}
