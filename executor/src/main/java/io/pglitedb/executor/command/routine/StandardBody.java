package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.RoutineBody;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.FunctionStatement.AtomicBlock;
import io.pglitedb.planner.ast.FunctionStatement.Body;
import io.pglitedb.planner.ast.FunctionStatement.NoBody;
import io.pglitedb.planner.ast.FunctionStatement.Return;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A body in SQL itself rather than in a string: kept analyzed.
final class StandardBody {
    private final FunctionDef function;
    private final Definition definition;

    StandardBody(FunctionDef function, Definition definition) {
        this.function = function;
        this.definition = definition;
    }

    /// @param references takes what the body refers to
    FunctionDef analyzed(Body body, Set<ObjectAddress> references) {
        SqlSignature.check(function, definition.view());
        if (function.argumentTypes().stream().anyMatch(RoutineBody::isPolymorphic)) {
            throw new PgException(
                    SqlState.INVALID_FUNCTION_DEFINITION,
                    "SQL function with unquoted function body cannot have polymorphic arguments");
        }
        RoutineBody analysis =
                new RoutineBody(function, function.argumentTypes(), definition.view(), definition.session());
        List<Query> queries = new ArrayList<>();
        for (Statement statement : statements(body)) {
            if (!Analyzer.isQuery(statement)) {
                throw PgException.notSupported("a command in an unquoted function body");
            }
            Query query = analysis.analyze(statement);
            queries.add(query);
            Expression stored = ExpressionReferences.of(query, definition.session());
            references.addAll(stored.references());
        }
        analysis.returning(queries.isEmpty() ? null : queries.getLast(), function.resultType(), null);
        return withBody(NodeTree.writeQueries(queries, definition.session()));
    }

    private static List<Statement> statements(Body body) {
        return switch (body) {
            case NoBody ignored -> List.of();
            case Return(AstExpr expression) -> List.of(select(expression));
            case AtomicBlock(List<Statement> statements) ->
                statements.stream()
                        .map(statement -> statement instanceof Return(AstExpr value) ? select(value) : statement)
                        .toList();
        };
    }

    private static Statement select(AstExpr value) {
        List<ResTarget> targets = List.of(new ResTarget(null, List.of(), value, value.location()));
        return SelectStmt.of(
                new SelectStmt.Plain(null, targets, null, List.of(), null, List.of(), false, null, List.of()));
    }

    private FunctionDef withBody(String tree) {
        return new FunctionDef(
                function.oid(),
                function.name(),
                function.namespace(),
                function.owner(),
                function.language(),
                function.cost(),
                function.rows(),
                function.variadicElementType(),
                function.support(),
                function.kind(),
                function.securityDefiner(),
                function.leakproof(),
                function.strict(),
                function.returnsSet(),
                function.volatility(),
                function.parallel(),
                function.resultType(),
                function.argumentTypes(),
                function.argumentNames(),
                function.allArguments(),
                function.defaults(),
                function.prosrc(),
                function.binary(),
                Optional.of(tree),
                function.settings(),
                function.acl());
    }
}
