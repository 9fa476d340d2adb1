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
import io.pglitedb.planner.query.TargetEntry;
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
            if (!Analyzer.isQuery(select(statement))) {
                throw PgException.notSupported("a command in an unquoted function body");
            }
            Query query = analysis.analyze(select(statement));
            query = statement instanceof Return ? withoutName(query) : query;
            queries.add(query);
            Expression stored = ExpressionReferences.of(query, definition.session());
            references.addAll(stored.references());
        }
        analysis.returning(queries.isEmpty() ? null : queries.getLast(), function.resultType(), null);
        return withBody(
                body instanceof Return
                        ? NodeTree.write(queries.getFirst(), definition.session())
                        : NodeTree.writeQueries(queries, definition.session()));
    }

    private static List<Statement> statements(Body body) {
        return switch (body) {
            case NoBody ignored -> List.of();
            case Return value -> List.of(value);
            case AtomicBlock(List<Statement> statements) -> statements;
        };
    }

    /// The column of a `RETURN` has no name: that is how it is told from SELECT when it is printed.
    private static Query withoutName(Query query) {
        TargetEntry value = query.targets().getFirst();
        return query.toBuilder()
                .targets(List.of(new TargetEntry(value.expression(), value.number(), null, false)))
                .build();
    }

    /// `RETURN value` as `SELECT value`.
    private static Statement select(Statement statement) {
        if (!(statement instanceof Return(AstExpr value))) {
            return statement;
        }
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
