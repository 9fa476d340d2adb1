package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandRegistry;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.planner.analyzer.CallAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SessionStatement;
import io.pglitedb.planner.plpgsql.PlScope;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.List;

/// CALL and DO in a body: output arguments are variables, which get the results.
final class PlCalls {
    private final PlInterpreter interpreter;
    private final Backend session;

    PlCalls(PlInterpreter interpreter, Backend session) {
        this.interpreter = interpreter;
        this.session = session;
    }

    Flow run(PlStatement.Call statement, PlFrame frame) {
        PlQuery query = interpreter.query(statement.statement());
        StatementSource source = query.located(() -> query.source(frame));
        PlRoutines routines = session.context().as(PlRoutines.class);
        if (!(source.statement() instanceof SessionStatement.Call call)) {
            routines.allowCommit(frame.mayCommit);
            CommandRegistry.standard()
                    .get(source.statement())
                    .run(
                            source.statement(),
                            new CommandCall(session, null, row -> {}, query.text(), List.of(), new Object[0]));
            return Flow.ON;
        }
        if (interpreter.body().apart()) {
            session.block().startStatement();
        }
        PlVariables variables = query.variables(frame);
        Expr.FunctionCall analyzed =
                query.located(() -> new CallAnalysis(session.catalog(), session.context(), ParameterTypes.of(variables))
                        .analyze(call.call()));
        FunctionDef procedure = session.catalog().function(analyzed.function());
        List<PlTarget.Place> places = places(procedure, call.call().arguments(), statement);
        new StatementAccess(session.catalog(), session.identity().currentUser()).checkCall(procedure.oid());
        Object result;
        session.block().deferral().enterStatement();
        try {
            routines.allowCommit(frame.mayCommit);
            result = interpreter.values().evaluate(analyzed, variables.values(frame));
            session.block().deferral().statementEnded();
        } catch (PgException e) {
            throw e.where("SQL statement \"%s\"".formatted(query.text()));
        } finally {
            session.block().deferral().leaveStatement();
        }
        if (result instanceof PgRecord record) {
            for (int i = 0; i < places.size(); i++) {
                interpreter
                        .values()
                        .assign(
                                frame,
                                places.get(i),
                                record.fields()[i],
                                record.types().get(i));
            }
        }
        return Flow.ON;
    }

    /// The variables that output arguments are.
    private static List<PlTarget.Place> places(
            FunctionDef procedure, List<AstExpr> arguments, PlStatement.Call statement) {
        List<PlTarget.Place> places = new ArrayList<>();
        List<FunctionDef.Argument> all = procedure.allArguments();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).mode() != 'o' && all.get(i).mode() != 'b') {
                continue;
            }
            places.add(i < arguments.size() ? place(arguments.get(i), statement) : null);
            if (places.getLast() == null) {
                String name = all.get(i).name().isEmpty()
                        ? String.valueOf(i + 1)
                        : all.get(i).name();
                throw new PgException(
                        SqlState.SYNTAX_ERROR,
                        all.get(i).name().isEmpty()
                                ? "procedure parameter %s is an output parameter but corresponding argument is not writable"
                                        .formatted(name)
                                : "procedure parameter \"%s\" is an output parameter but corresponding argument is not writable"
                                        .formatted(name));
            }
        }
        return places;
    }

    private static PlTarget.Place place(AstExpr argument, PlStatement.Call statement) {
        if (!(argument instanceof AstExpr.ColumnRef reference) || reference.star()) {
            return null;
        }
        List<String> names = reference.fields();
        PlScope.Found found = statement.statement().scope().find(names);
        if (found == null || names.size() - found.used() > 1) {
            return null;
        }
        return new PlTarget.Place(found.variable(), found.used() == names.size() ? null : names.getLast());
    }
}
