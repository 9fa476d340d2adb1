package io.pglitedb.executor.routine;

import io.pglitedb.types.error.PgException;

/// Errors from inside a body: their position is one in the body, not in what the client sent.
public final class RoutineErrors {
    private RoutineErrors() {}

    public static PgException in(PgException error, String context) {
        return new PgException(error.report().at(0)).where(context);
    }
}
