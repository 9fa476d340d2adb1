package io.pglitedb.executor.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/// A routine with a body that a session runs, as one place calls it.
public abstract class SessionRoutine {
    private static final MethodHandle CALL = call();

    protected final FunctionDef function;
    protected final Backend session;

    protected SessionRoutine(FunctionDef function, Backend session) {
        this.function = function;
        this.session = session;
    }

    private static MethodHandle call() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(
                            SessionRoutine.class,
                            "call",
                            MethodType.methodType(Object.class, CallContext.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What an expression calls.
    public final FunctionImplementation implementation() {
        MethodHandle body = CALL.bindTo(this)
                .asCollector(Object[].class, function.argumentTypes().size());
        return FunctionImplementation.of(function.name(), body);
    }

    /// By method handle.
    @SuppressWarnings("unused")
    private Object call(CallContext context, Object[] arguments) {
        try {
            return function.securityDefiner()
                    ? session.identity().as(function.owner(), () -> prepareAndRun(context, arguments))
                    : prepareAndRun(context, arguments);
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
    }

    /// As the role that the routine runs as.
    ///
    /// @return for a function that returns a set an iterator over the values
    protected abstract Object prepareAndRun(CallContext context, Object[] arguments);

    /// Does work whose statements see what was done before each of them; the caller goes on with the view it had.
    public static Object apart(Backend session, Supplier<Object> work) {
        Transaction transaction = session.block().transaction();
        ReadView caller = transaction.view();
        try (Snapshot _ = caller.snapshot().retain()) {
            try {
                return work.get();
            } catch (StackOverflowError e) {
                throw tooDeep(e);
            } finally {
                transaction.returnTo(caller);
            }
        }
    }

    private static PgException tooDeep(StackOverflowError error) {
        return new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded", error)
                .hint("The functions call each other too deeply.");
    }
}
