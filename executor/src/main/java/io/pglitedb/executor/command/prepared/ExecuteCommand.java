package io.pglitedb.executor.command.prepared;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.PreparedStatements.Prepared;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SessionStatement.Execute;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.List;
import java.util.Set;

/// EXECUTE.
public final class ExecuteCommand implements Command<Execute> {
    private static final Object[] NO_ROW = {};

    @Override
    public Class<Execute> statement() {
        return Execute.class;
    }

    @Override
    public String name(Execute execute) {
        return "EXECUTE";
    }

    /// The statement inside takes its own.
    @Override
    public Set<Trait> traits(Execute execute) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public ResultShape shape(Execute execute, Backend session) {
        StatementSource source = session.statements().get(execute.name()).source();
        return source == null ? ResultShape.NONE : source.analysis(session).shape();
    }

    @Override
    public String run(Execute execute, CommandCall call) {
        Backend session = call.session();
        Prepared prepared = session.statements().get(execute.name());
        if (prepared.source() == null || !prepared.source().isQuery()) {
            throw PgException.notSupported("EXECUTE of a command");
        }
        Object[] arguments = arguments(execute, prepared, call);
        try (QueryRun run = QueryRun.open(prepared.source(), arguments, session)) {
            long rows = 0;
            for (Object[] row = run.next(); row != null; row = run.next()) {
                rows++;
                if (run.plan().returnsRows()) {
                    call.rows().row(row);
                }
            }
            return run.tag(rows);
        }
    }

    /// Values of the statement's parameters.
    public static Object[] arguments(Execute execute, Prepared prepared, CommandCall call) {
        Backend session = call.session();
        List<Integer> types = prepared.source().analysis(session).parameterTypes();
        List<AstExpr> given = execute.arguments();
        if (given.size() != types.size()) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "wrong number of parameters for prepared statement \"%s\"".formatted(execute.name()))
                    .detail("Expected %d parameters but got %d.".formatted(types.size(), given.size()));
        }
        Object[] values = new Object[types.size()];
        if (values.length == 0) {
            return values;
        }
        session.block().startStatement();
        CommandAnalysis analysis =
                new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.fixed(call.parameterTypes()));
        ExpressionCompiler compiler =
                new ExpressionCompiler(session.catalog(), session.context(), FunctionRegistry.standard());
        for (int index = 0; index < values.length; index++) {
            Expr argument = analysis.executeArgument(given.get(index), index + 1, types.get(index));
            values[index] = compiler.compile(argument).evaluate(NO_ROW);
        }
        return values;
    }
}
