package io.pglitedb.executor.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.run.FunctionBodies;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// The functions in SQL as one session calls them.
public final class SqlRoutines implements FunctionBodies {
    public static final int LANGUAGE = 14;
    private static final MethodHandle CALL = call();

    private final Backend session;

    public SqlRoutines(Backend session) {
        this.session = session;
    }

    private static MethodHandle call() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(
                            SqlRoutine.class,
                            "call",
                            MethodType.methodType(Object.class, CallContext.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public FunctionImplementation find(FunctionDef function) {
        if (function.language() != LANGUAGE) {
            return null;
        }
        MethodHandle body = CALL.bindTo(new SqlRoutine(function, session))
                .asCollector(Object[].class, function.argumentTypes().size());
        return FunctionImplementation.of(function.name(), body);
    }
}
