package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.executor.routine.SessionRoutine;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import java.util.Arrays;
import java.util.List;

/// A routine in PL/pgSQL as one place calls it. What was worked out of the body is kept while the catalog, the
/// role and the search path stay what they were.
final class PlRoutine extends SessionRoutine {
    private final PlValues values;
    private PlInterpreter interpreter;
    private Object basis;

    PlRoutine(FunctionDef function, Backend session, PlValues values) {
        super(function, session);
        this.values = values;
    }

    @Override
    protected Object prepareAndRun(CallContext context, Object[] arguments) {
        if (function.resultType() == Oids.TRIGGER) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "trigger functions can only be called as triggers");
        }
        boolean mayCommit = function.kind() == 'p'
                && session.context().as(PlRoutines.class).commitAllowed()
                && !function.securityDefiner();
        Object now = session.sessionCatalog().basis();
        if (!now.equals(basis)) {
            List<SqlType> types = Arrays.asList(context.argumentTypes());
            PlBody body = new PlCompiler(session)
                    .compile(function, types, context.resultType(), context.rowShape(), "function");
            interpreter = new PlInterpreter(body, session, values);
            basis = now;
        }
        return run(interpreter, arguments, session, mayCommit);
    }

    /// Runs a code block.
    static void block(String code, Backend session, PlValues values, boolean mayCommit) {
        PlBody body = new PlCompiler(session).compileBlock(code);
        run(new PlInterpreter(body, session, values), new Object[0], session, mayCommit);
    }

    private static Object run(PlInterpreter interpreter, Object[] arguments, Backend session, boolean mayCommit) {
        PlBody body = interpreter.body();
        PlFrame frame = new PlFrame(body.declarations(), mayCommit);
        for (int i = 0; i < arguments.length; i++) {
            frame.set(body.inputs().get(i), arguments[i]);
        }
        if (mayCommit || !body.apart()) {
            return finish(interpreter, frame);
        }
        return apart(session, () -> finish(interpreter, frame));
    }

    private static Object finish(PlInterpreter interpreter, PlFrame frame) {
        Flow flow = interpreter.run(frame);
        try {
            return interpreter.returns().result(flow, frame);
        } catch (PgException e) {
            throw interpreter.told(
                    e, frame, flow == Flow.RETURN ? "while casting return value to function's return type" : "");
        }
    }
}
