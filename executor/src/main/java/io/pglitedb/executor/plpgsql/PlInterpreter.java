package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.planner.analyzer.VariableAssignment;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plpgsql.PlExpression;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlVariable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Runs the statements of one body for one session; each call has a frame of its own.
final class PlInterpreter {
    /// How a statement ends.
    enum Flow {
        ON,
        EXIT,
        CONTINUE,
        RETURN
    }

    private final PlBody body;
    private final Backend session;
    private final PlValues values;
    private final PlSql sql;
    private final PlLoops loops;
    private final PlRaise raise;
    private final PlCursors cursors;
    private final PlReturns returns;
    private final Map<PlExpression, PlQuery> queries = new IdentityHashMap<>();

    PlInterpreter(PlBody body, Backend session, PlValues values) {
        this.body = body;
        this.session = session;
        this.values = values;
        this.sql = new PlSql(this, session);
        this.loops = new PlLoops(this, session);
        this.raise = new PlRaise(this, session);
        this.cursors = new PlCursors(this, session);
        this.returns = new PlReturns(this, session);
    }

    PlBody body() {
        return body;
    }

    PlValues values() {
        return values;
    }

    PlSql sql() {
        return sql;
    }

    PlReturns returns() {
        return returns;
    }

    PlCursors cursors() {
        return cursors;
    }

    PlQuery query(PlExpression text) {
        return queries.computeIfAbsent(text, it -> new PlQuery(it, session, body.apart()));
    }

    /// Runs the whole body.
    Flow run(PlFrame frame) {
        frame.set(body.found(), false);
        return run(body.block(), frame);
    }

    /// The row that a trigger's function returns, null for NULL.
    Object runTrigger(PlFrame frame) {
        if (run(frame) != Flow.RETURN) {
            throw told(
                    new PgException(
                            SqlState.S_R_E_FUNCTION_EXECUTED_NO_RETURN_STATEMENT,
                            "control reached end of trigger procedure without RETURN"),
                    frame,
                    "");
        }
        if (frame.returned != null && !(frame.returned instanceof PgRecord)) {
            throw told(
                    new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "cannot return non-composite value from function returning composite type"),
                    frame,
                    "");
        }
        return frame.returned;
    }

    PlQuery.Value value(PlExpression expression, PlFrame frame) {
        return query(expression).value(frame);
    }

    /// The value as text, null for NULL.
    String text(PlExpression expression, PlFrame frame) {
        PlQuery.Value value = value(expression, frame);
        return text(value.value(), value.type());
    }

    String text(Object value, SqlType type) {
        return value == null
                ? null
                : session.context()
                        .type(type.oid())
                        .toUtf8(value, session.context())
                        .toString();
    }

    boolean isTrue(PlExpression condition, PlFrame frame) {
        PlQuery.Value value = value(condition, frame);
        return Boolean.TRUE.equals(values.convert(value.value(), value.type(), SqlType.of(Oids.BOOL)));
    }

    /// NULL as null.
    Integer integer(PlExpression expression, PlFrame frame) {
        PlQuery.Value value = value(expression, frame);
        return (Integer) values.convert(value.value(), value.type(), SqlType.of(Oids.INT4));
    }

    void found(PlFrame frame, boolean found) {
        frame.set(body.found(), found);
    }

    Flow run(List<PlStatement> statements, PlFrame frame) {
        for (PlStatement statement : statements) {
            Flow flow = run(statement, frame);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow run(PlStatement statement, PlFrame frame) {
        session.interrupts().check();
        try {
            return step(statement, frame);
        } catch (PgException e) {
            throw told(e, frame, "line %d at %s".formatted(statement.line(), statement.title()));
        }
    }

    /// The error, with where it came from the first time it passes.
    PgException told(PgException error, PlFrame frame, String place) {
        if (frame.told != error) {
            frame.told = new PgException(error.report().at(0))
                    .where("PL/pgSQL function %s %s"
                            .formatted(body.title(), place)
                            .stripTrailing());
        }
        return frame.told;
    }

    private Flow step(PlStatement statement, PlFrame frame) {
        return switch (statement) {
            case PlStatement.Block block -> block(block, frame);
            case PlStatement.Assign assign -> assign(assign, frame);
            case PlStatement.If choice -> conditional(choice, frame);
            case PlStatement.Case choice -> choice(choice, frame);
            case PlStatement.Loop loop -> loops.loop(loop, frame);
            case PlStatement.While loop -> loops.loop(loop, frame);
            case PlStatement.ForInteger loop -> loops.loop(loop, frame);
            case PlStatement.ForQuery loop -> loops.loop(loop, frame);
            case PlStatement.ForExecute loop -> loops.loop(loop, frame);
            case PlStatement.ForCursor loop -> loops.loop(loop, frame);
            case PlStatement.ForEach loop -> loops.loop(loop, frame);
            case PlStatement.Exit exit -> exit(exit, frame);
            case PlStatement.Return end -> returns.end(end, frame);
            case PlStatement.ReturnNext next -> returns.next(next, frame);
            case PlStatement.ReturnQuery rows -> returns.query(rows, frame);
            case PlStatement.Raise message -> raise.raise(message, frame);
            case PlStatement.Assert check -> raise.check(check, frame);
            case PlStatement.Sql text -> sql.run(text, frame);
            case PlStatement.Execute text -> sql.run(text, frame);
            case PlStatement.Perform text -> sql.run(text, frame);
            case PlStatement.Call call -> sql.run(call, frame);
            case PlStatement.GetDiagnostics items -> raise.diagnostics(items, frame);
            case PlStatement.Open open -> cursors.open(open, frame);
            case PlStatement.Fetch fetch -> cursors.fetch(fetch, frame);
            case PlStatement.Close close -> cursors.close(close, frame);
            case PlStatement.Commit end -> end(true, end.chain(), frame);
            case PlStatement.Rollback end -> end(false, end.chain(), frame);
            case PlStatement.Nothing _ -> Flow.ON;
        };
    }

    private Flow end(boolean commit, boolean chain, PlFrame frame) {
        if (!frame.mayCommit) {
            throw new PgException(SqlState.INVALID_TRANSACTION_TERMINATION, "invalid transaction termination");
        }
        if (session.block().level() > 1) {
            throw new PgException(
                    SqlState.INVALID_TRANSACTION_TERMINATION,
                    "cannot %s while a subtransaction is active".formatted(commit ? "commit" : "roll back"));
        }
        session.block().endInside(commit, chain);
        return Flow.ON;
    }

    private Flow exit(PlStatement.Exit exit, PlFrame frame) {
        if (exit.condition() != null && !isTrue(exit.condition(), frame)) {
            return Flow.ON;
        }
        frame.label = exit.label();
        return exit.exit() ? Flow.EXIT : Flow.CONTINUE;
    }

    private Flow conditional(PlStatement.If choice, PlFrame frame) {
        for (PlStatement.Branch branch : choice.branches()) {
            if (isTrue(branch.condition(), frame)) {
                return run(branch.body(), frame);
            }
        }
        return run(choice.otherwise(), frame);
    }

    private Flow choice(PlStatement.Case choice, PlFrame frame) {
        if (choice.value() != null) {
            PlQuery.Value value = value(choice.value(), frame);
            body.declarations()
                    .retype(choice.holder(), value.type().oid(), value.type().typmod(), 0);
            frame.set(choice.holder(), value.value());
        }
        for (PlStatement.Branch branch : choice.branches()) {
            if (isTrue(branch.condition(), frame)) {
                return run(branch.body(), frame);
            }
        }
        if (choice.otherwise() == null) {
            throw new PgException(SqlState.CASE_NOT_FOUND, "case not found")
                    .hint("CASE statement is missing ELSE part.");
        }
        return run(choice.otherwise(), frame);
    }

    private Flow assign(PlStatement.Assign assign, PlFrame frame) {
        PlVariable variable = body.declarations().variable(assign.variable());
        PlQuery.Value value = value(assign.value(), frame);
        if (assign.steps().isEmpty()) {
            values.assign(frame, variable.number(), value.value(), value.type());
            return Flow.ON;
        }
        boolean field = assign.steps().size() == 1 && assign.steps().getFirst() instanceof PlStatement.Step.Field;
        if (field && variable.type().row()) {
            String name = ((PlStatement.Step.Field) assign.steps().getFirst()).name();
            values.assign(
                    frame,
                    new io.pglitedb.planner.plpgsql.PlTarget.Place(variable.number(), name),
                    value.value(),
                    value.type());
            return Flow.ON;
        }
        part(assign, variable, value, frame);
        return Flow.ON;
    }

    /// An element of an array, a field of a row inside a row.
    private void part(PlStatement.Assign assign, PlVariable variable, PlQuery.Value value, PlFrame frame) {
        List<PlStatement.Step> steps = assign.steps();
        String outerField = null;
        Object before = frame.get(variable.number());
        SqlType type = PlValues.type(variable);
        if (variable.type().row()) {
            PgRecord record = values.shaped(frame, variable);
            outerField = ((PlStatement.Step.Field) steps.getFirst()).name();
            int index = record.names().indexOf(outerField);
            if (index < 0) {
                throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "record \"%s\" has no field \"%s\"".formatted(variable.name(), outerField));
            }
            before = record.fields()[index];
            type = record.types().get(index);
            steps = steps.subList(1, steps.size());
        }
        StringBuilder text = new StringBuilder("(x)");
        for (PlStatement.Step step : steps) {
            switch (step) {
                case PlStatement.Step.Field(String name) ->
                    text.append(".\"").append(name.replace("\"", "\"\"")).append('"');
                case PlStatement.Step.Subscript(String subscript) ->
                    text.append('[').append(subscript).append(']');
            }
        }
        PlVariables scope = new PlVariables(assign.value().scope(), frame, session.catalog());
        AstExpr path = SqlParser.parseExpression(text.toString());
        int count = body.declarations().count();
        PlParts parts = new PlParts(scope, type, value.type());
        Expr changed = new VariableAssignment(session.catalog(), session.context(), parts)
                .assigned(
                        variable.name(),
                        PlParts.BASE,
                        type,
                        VariableAssignment.path(path),
                        PlParts.VALUE,
                        value.type());
        List<Object> parameters = new ArrayList<>(List.of());
        parameters.add(before);
        parameters.add(value.value());
        for (Object each : scope.values(frame)) {
            parameters.add(each);
        }
        if (parameters.size() < count) {
            throw new IllegalStateException("variables are missing");
        }
        Object result = values.evaluate(changed, parameters.toArray());
        if (outerField == null) {
            values.assign(frame, variable.number(), result, type);
        } else {
            values.assign(
                    frame, new io.pglitedb.planner.plpgsql.PlTarget.Place(variable.number(), outerField), result, type);
        }
    }

    private Flow block(PlStatement.Block block, PlFrame frame) {
        initialize(block, frame);
        Flow flow = block.handlers() == null ? run(block.body(), frame) : guarded(block, frame);
        if (flow == Flow.EXIT && frame.label != null && frame.label.equals(block.label())) {
            frame.label = null;
            return Flow.ON;
        }
        return flow;
    }

    private void initialize(PlStatement.Block block, PlFrame frame) {
        for (int number : block.variables()) {
            PlVariable variable = body.declarations().variable(number);
            try {
                if (variable.initial() == null) {
                    frame.set(number, null);
                    values.assign(frame, number, null, SqlType.of(Oids.UNKNOWN));
                } else {
                    PlQuery.Value value = value(variable.initial(), frame);
                    values.assign(frame, number, value.value(), value.type());
                }
            } catch (PgException e) {
                throw told(
                        e,
                        frame,
                        "line %d during statement block local variable initialization".formatted(variable.line()));
            }
        }
    }

    private Flow guarded(PlStatement.Block block, PlFrame frame) {
        int level = session.block().level();
        session.block().beginInner();
        PgException failure;
        try {
            Flow flow = run(block.body(), frame);
            session.block().releaseInner();
            return flow;
        } catch (PgException e) {
            failure = e;
        } finally {
            while (session.block().level() > level) {
                session.block().rollbackInner();
            }
        }
        for (PlStatement.Handler handler : block.handlers()) {
            if (handler.conditions().stream().anyMatch(condition -> PlRaise.matches(condition, failure))) {
                return handle(handler, failure, frame);
            }
        }
        throw failure;
    }

    private Flow handle(PlStatement.Handler handler, PgException failure, PlFrame frame) {
        PgException before = frame.caught;
        frame.caught = failure;
        raise.setVariables(handler, failure, frame);
        try {
            return run(handler.body(), frame);
        } finally {
            frame.caught = before;
        }
    }
}
