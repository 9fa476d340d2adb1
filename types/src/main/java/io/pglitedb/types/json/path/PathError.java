package io.pglitedb.types.json.path;

import io.pglitedb.types.error.PgException;

/// An error inside a path's evaluation that `silent` and predicates swallow. Control flow only: no stack.
final class PathError extends RuntimeException {
    private final transient PgException reported;

    PathError(PgException reported) {
        super(null, null, false, false);
        this.reported = reported;
    }

    PgException reported() {
        return reported;
    }
}
