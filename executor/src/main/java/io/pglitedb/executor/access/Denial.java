package io.pglitedb.executor.access;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Refusals for want of rights, 42501. Source of the words: PostgreSQL 15, `aclcheck_error`.
public final class Denial {
    private Denial() {}

    /// @param kind of object, `table` …
    /// @param name without its schema
    public static PgException permission(String kind, String name) {
        return of("permission denied for %s %s".formatted(kind, name));
    }

    /// @param kind of object
    public static PgException ownership(String kind, String name) {
        return of("must be owner of %s %s".formatted(kind, name));
    }

    public static PgException of(String message) {
        return new PgException(SqlState.INSUFFICIENT_PRIVILEGE, message);
    }
}
