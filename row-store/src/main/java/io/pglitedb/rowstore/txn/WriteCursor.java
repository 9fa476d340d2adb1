package io.pglitedb.rowstore.txn;

/// Walks the writes of a transaction that a command sees, deletes included.
interface WriteCursor extends KeyCursor {
    boolean isDelete();
}
