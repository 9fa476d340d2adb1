package io.pglitedb.rowstore;

import io.pglitedb.rowstore.lock.LockSession;

/// @param session who waits and holds: one per client session, shared by its transactions
public record TransactionOptions(Isolation isolation, boolean readOnly, LockSession session) {
    public static TransactionOptions readCommitted(LockSession session) {
        return new TransactionOptions(Isolation.READ_COMMITTED, false, session);
    }
}
