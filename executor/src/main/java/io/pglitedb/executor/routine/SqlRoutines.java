package io.pglitedb.executor.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.run.FunctionBodies;
import io.pglitedb.types.function.FunctionImplementation;

/// The functions in SQL as one session calls them.
public final class SqlRoutines implements FunctionBodies {
    public static final int LANGUAGE = 14;

    private final Backend session;

    public SqlRoutines(Backend session) {
        this.session = session;
    }

    @Override
    public FunctionImplementation find(FunctionDef function) {
        if (function.language() != LANGUAGE) {
            return null;
        }
        return new SqlRoutine(function, session).implementation();
    }
}
