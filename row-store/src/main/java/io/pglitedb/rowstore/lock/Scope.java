package io.pglitedb.rowstore.lock;

/// Until when a lock is held: TRANSACTION ones go with the transaction or savepoint, SESSION ones by `unlock`.
public enum Scope {
    TRANSACTION,
    SESSION
}
