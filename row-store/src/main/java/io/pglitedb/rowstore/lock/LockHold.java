package io.pglitedb.rowstore.lock;

/// A mode that a session holds on a lock; guarded by the lock's partition. Links the holds of one lock.
final class LockHold {
    final Lock lock;
    /// Another one when the transaction is prepared.
    LockSession session;
    final LockMode mode;
    boolean inTransaction;
    int sessionCount;
    LockHold next;

    LockHold(Lock lock, LockSession session, LockMode mode) {
        this.lock = lock;
        this.session = session;
        this.mode = mode;
    }
}
