package io.pglitedb.executor.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.planner.analyzer.RoutineBody;
import io.pglitedb.planner.analyzer.RoutineBody.Form;
import io.pglitedb.planner.analyzer.RoutineBody.Returning;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A function in SQL as one place calls it. What was worked out of the body is kept while the catalog and the
/// search path stay what they were.
final class SqlRoutine extends SessionRoutine {
    private static final char VOLATILE = 'v';

    private List<BodyStatement> statements;
    private Returning returning;
    private Object basis;

    SqlRoutine(FunctionDef function, Backend session) {
        super(function, session);
    }

    @Override
    protected Object prepareAndRun(CallContext context, Object[] arguments) {
        prepare(context);
        return function.volatility() == VOLATILE
                ? apart(session, () -> run(context, arguments))
                : run(context, arguments);
    }

    private void prepare(CallContext context) {
        Object now = session.sessionCatalog().basis();
        if (now.equals(basis)) {
            return;
        }
        List<Integer> types =
                Arrays.stream(context.argumentTypes()).map(SqlType::oid).toList();
        try {
            RoutineBody body = new RoutineBody(function, types, session.catalog(), session.context());
            List<BodyStatement> found = BodyStatements.of(function, body, session);
            returning = body.returning(
                    found.isEmpty() ? null : found.getLast().query(),
                    context.resultType().oid(),
                    context.rowShape());
            if (!found.isEmpty()) {
                found.set(found.size() - 1, found.getLast().withQuery(returning.query()));
            }
            statements = found;
            basis = now;
        } catch (PgException e) {
            throw RoutineErrors.in(e, "SQL function \"%s\" during startup".formatted(function.name()));
        }
    }

    private Object run(CallContext context, Object[] arguments) {
        Object result = null;
        List<BodyStatement> mine = statements;
        for (int i = 0; i < mine.size(); i++) {
            if (!session.sessionCatalog().basis().equals(basis)) {
                prepare(context);
            }
            BodyStatement statement = statements.get(i);
            boolean last = i == mine.size() - 1;
            if (function.volatility() == VOLATILE) {
                session.block().startStatement();
            }
            try {
                if (last && returning.form() != Form.NOTHING) {
                    result = result(statement, context, arguments);
                } else {
                    statement.run(arguments, row -> true, true);
                }
            } catch (PgException e) {
                throw RoutineErrors.in(e, "SQL function \"%s\" statement %d".formatted(function.name(), i + 1));
            }
        }
        boolean emptySet = result == null && function.returnsSet();
        return emptySet ? List.of().iterator() : result;
    }

    private Object result(BodyStatement statement, CallContext context, Object[] arguments) {
        List<Object> values = new ArrayList<>();
        List<String> names = returning.columns().stream().map(ColumnInfo::name).toList();
        List<SqlType> types = returning.columns().stream()
                .map(column -> new SqlType(column.type(), column.typmod()))
                .toList();
        boolean row = returning.form() == Form.ROW;
        int type = context.resultType().oid() == Oids.VOID
                ? Oids.RECORD
                : context.resultType().oid();
        statement.run(
                arguments,
                columns -> {
                    values.add(row ? new PgRecord(type, names, types, columns.clone()) : columns[0]);
                    return function.returnsSet();
                },
                function.returnsSet());
        if (function.returnsSet()) {
            return values.iterator();
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
