package io.pglitedb.executor.session;

/// How a value travels; the ordinal is the protocol's format code.
public enum ColumnFormat {
    TEXT,
    BINARY
}
