package io.pglitedb.rowstore;

/// READ UNCOMMITTED is READ COMMITTED, as in PostgreSQL.
public enum Isolation {
    /// A snapshot per statement: `Transaction.startStatement`.
    READ_COMMITTED,
    /// One snapshot, taken by the first statement; a row changed since raises 40001.
    REPEATABLE_READ,
    /// As REPEATABLE READ, and 40001 for what no order of the transactions one after the other could give.
    SERIALIZABLE
}
