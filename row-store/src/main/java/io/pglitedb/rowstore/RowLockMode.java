package io.pglitedb.rowstore;

import io.pglitedb.rowstore.lock.LockMode;

/// PostgreSQL's four strengths of a row lock, weakest first, each with the table lock mode whose conflicts it has
/// (tupleLockExtraInfo of PostgreSQL's heapam.c).
public enum RowLockMode {
    KEY_SHARE(LockMode.ACCESS_SHARE),
    SHARE(LockMode.ROW_SHARE),
    NO_KEY_UPDATE(LockMode.EXCLUSIVE),
    UPDATE(LockMode.ACCESS_EXCLUSIVE);

    private final LockMode lockMode;

    RowLockMode(LockMode lockMode) {
        this.lockMode = lockMode;
    }

    public LockMode lockMode() {
        return lockMode;
    }
}
