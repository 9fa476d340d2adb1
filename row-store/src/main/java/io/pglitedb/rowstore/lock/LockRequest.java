package io.pglitedb.rowstore.lock;

import java.util.concurrent.locks.LockSupport;

/// A session waiting in a lock's queue.
final class LockRequest {
    final Lock lock;
    final LockSession session;
    final LockMode mode;
    final Scope scope;
    final long sinceMicros = System.currentTimeMillis() * 1000;
    private final Thread thread = Thread.currentThread();
    volatile boolean granted;

    LockRequest(Lock lock, LockSession session, LockMode mode, Scope scope) {
        this.lock = lock;
        this.session = session;
        this.mode = mode;
        this.scope = scope;
    }

    void wake() {
        LockSupport.unpark(thread);
    }
}
