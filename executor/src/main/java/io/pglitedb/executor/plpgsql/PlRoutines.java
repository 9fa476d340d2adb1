package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.run.FunctionBodies;
import io.pglitedb.types.function.FunctionImplementation;

/// The routines in PL/pgSQL as one session calls them.
public final class PlRoutines implements FunctionBodies {
    public static final String LANGUAGE = "plpgsql";

    private final Backend session;
    private final PlValues values;
    private boolean commitAllowed;

    public PlRoutines(Backend session) {
        this.session = session;
        this.values = new PlValues(session);
    }

    @Override
    public FunctionImplementation find(FunctionDef function) {
        LanguageDef language = session.catalog().language(function.language());
        if (language == null || !language.name().equals(LANGUAGE)) {
            return null;
        }
        return new PlRoutine(function, session, values).implementation();
    }

    /// DO.
    public void run(String code) {
        PlRoutine.block(code, session, values, commitAllowed());
    }

    /// Whether the procedure or block that is called next may end the transaction.
    public void allowCommit(boolean allowed) {
        commitAllowed = allowed;
    }

    /// The answer, once.
    boolean commitAllowed() {
        boolean allowed = commitAllowed;
        commitAllowed = false;
        return allowed;
    }
}
