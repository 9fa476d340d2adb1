package io.pglitedb.rowstore;

import io.pglitedb.rowstore.lock.LockSession;

/// @param deferrable whether a SERIALIZABLE read-only one waits for a snapshot that needs no watching
/// @param session who waits and holds: one per client session, shared by its transactions
public record TransactionOptions(Isolation isolation, boolean readOnly, boolean deferrable, LockSession session) {
    public static TransactionOptions readCommitted(LockSession session) {
        return new TransactionOptions(Isolation.READ_COMMITTED, false, false, session);
    }
}
