package io.pglitedb.executor.transaction;

import io.pglitedb.planner.ast.SessionStatement.Isolation;

/// What a transaction is. READ UNCOMMITTED shows by its name and works as READ COMMITTED.
public record TransactionModes(Isolation isolation, boolean readOnly, boolean deferrable) {
    public TransactionModes withIsolation(Isolation other) {
        return new TransactionModes(other, readOnly, deferrable);
    }

    public TransactionModes withReadOnly(boolean other) {
        return new TransactionModes(isolation, other, deferrable);
    }

    public TransactionModes withDeferrable(boolean other) {
        return new TransactionModes(isolation, readOnly, other);
    }

    /// As SHOW transaction_isolation prints it.
    public static String text(Isolation isolation) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> "read uncommitted";
            case READ_COMMITTED -> "read committed";
            case REPEATABLE_READ -> "repeatable read";
            case SERIALIZABLE -> "serializable";
        };
    }

    /// @param text as SHOW prints it
    public static Isolation isolation(String text) {
        for (Isolation isolation : Isolation.values()) {
            if (text(isolation).equals(text)) {
                return isolation;
            }
        }
        throw new IllegalArgumentException(text);
    }

    /// As the row store calls the isolation.
    public io.pglitedb.rowstore.Isolation stored() {
        return switch (isolation) {
            case READ_UNCOMMITTED, READ_COMMITTED -> io.pglitedb.rowstore.Isolation.READ_COMMITTED;
            case REPEATABLE_READ -> io.pglitedb.rowstore.Isolation.REPEATABLE_READ;
            case SERIALIZABLE -> io.pglitedb.rowstore.Isolation.SERIALIZABLE;
        };
    }
}
