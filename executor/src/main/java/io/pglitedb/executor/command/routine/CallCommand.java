package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.plpgsql.PlRoutines;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.analyzer.CallAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.SessionStatement.Call;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.List;

/// CALL: runs a procedure; its output parameters are the one row it returns.
final class CallCommand implements Command<Call> {
    private static final Object[] NO_ROW = {};

    @Override
    public Class<Call> statement() {
        return Call.class;
    }

    @Override
    public String name(Call statement) {
        return "CALL";
    }

    @Override
    public ResultShape shape(Call statement, Backend session) {
        Expr.FunctionCall call = analyze(statement, session);
        if (call.type() == Oids.VOID) {
            return ResultShape.NONE;
        }
        FunctionDef procedure = session.catalog().function(call.function());
        List<ResultShape.Column> columns = new ArrayList<>();
        for (FunctionDef.Argument argument : procedure.allArguments()) {
            if (argument.mode() == 'o' || argument.mode() == 'b') {
                String name = argument.name().isEmpty() ? "column" + (columns.size() + 1) : argument.name();
                columns.add(new ResultShape.Column(name, argument.type()));
            }
        }
        return ResultShape.of(columns.toArray(ResultShape.Column[]::new));
    }

    private static Expr.FunctionCall analyze(Call statement, Backend session) {
        return new CallAnalysis(session.catalog(), session.context(), ParameterTypes.none()).analyze(statement.call());
    }

    @Override
    public String run(Call statement, CommandCall call) {
        Backend session = call.session();
        session.block().startStatement();
        Expr.FunctionCall analyzed = analyze(statement, session);
        new StatementAccess(session.catalog(), session.identity().currentUser()).checkCall(analyzed.function());
        if (call.sink() != null) {
            session.context().as(PlRoutines.class).allowCommit(!session.block().inBlock());
        }
        Object result = new ExpressionCompiler(session.catalog(), session.context(), FunctionRegistry.standard())
                .compile(analyzed)
                .evaluate(NO_ROW);
        session.block().deferral().statementEnded();
        if (result instanceof PgRecord row) {
            call.rows().row(row.fields());
        }
        return "CALL";
    }
}
