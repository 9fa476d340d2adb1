package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.run.FunctionBodies;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// The routines in PL/pgSQL as one session calls them.
public final class PlRoutines implements FunctionBodies {
    public static final String LANGUAGE = "plpgsql";
    private static final MethodHandle CALL = call();

    private final Backend session;
    private final PlValues values;
    private boolean commitAllowed;

    public PlRoutines(Backend session) {
        this.session = session;
        this.values = new PlValues(session);
    }

    private static MethodHandle call() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(
                            PlRoutine.class,
                            "call",
                            MethodType.methodType(Object.class, CallContext.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public FunctionImplementation find(FunctionDef function) {
        LanguageDef language = session.catalog().language(function.language());
        if (language == null || !language.name().equals(LANGUAGE)) {
            return null;
        }
        MethodHandle body = CALL.bindTo(new PlRoutine(function, session, values))
                .asCollector(Object[].class, function.argumentTypes().size());
        return FunctionImplementation.of(function.name(), body);
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
