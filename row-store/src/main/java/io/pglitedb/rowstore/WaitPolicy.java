package io.pglitedb.rowstore;

/// What to do about a row that another transaction holds.
public enum WaitPolicy {
    WAIT,
    /// 55P03; the caller words it from `RowLockResult.NotLocked`.
    NOWAIT,
    SKIP
}
