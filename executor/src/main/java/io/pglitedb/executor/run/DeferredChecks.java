package io.pglitedb.executor.run;

/// Constraint checks and actions that wait.
public interface DeferredChecks {
    /// To be run, in this order, when the statement has ended: after all its rows were changed. What runs may add
    /// more.
    void afterStatement(Runnable check);

    /// To be run when the transaction commits, or SET CONSTRAINTS … IMMEDIATE names the constraint; for an
    /// INITIALLY
    /// DEFERRED constraint, or one that the session has deferred, else as `afterStatement`.
    ///
    /// @param constraint OID of the constraint
    void forConstraint(int constraint, boolean deferrable, boolean initiallyDeferred, Runnable check);
}
