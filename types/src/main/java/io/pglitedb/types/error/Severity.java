package io.pglitedb.types.error;

/// How grave a report is, in PostgreSQL's words. The order is that of `client_min_messages`.
public enum Severity {
    DEBUG5,
    DEBUG4,
    DEBUG3,
    DEBUG2,
    DEBUG1,
    LOG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    FATAL,
    PANIC
}
