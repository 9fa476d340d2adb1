package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.NONE;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Plain aggregates. Source: PostgreSQL's transformAggregateCall.
final class AggregateCalls {
    private AggregateCalls() {}

    static Expr call(
            ParseState state,
            FuncCall raw,
            FunctionDef function,
            List<Expr> arguments,
            Expr filter,
            int result,
            boolean variadic,
            int location) {
        if (function.returnsSet()) {
            throw new PgException(SqlState.INVALID_FUNCTION_DEFINITION, "aggregates cannot return sets")
                    .at(location + 1);
        }
        List<Integer> types = new ArrayList<>();
        List<TargetEntry> targets = new ArrayList<>();
        for (Expr argument : arguments) {
            types.add(argument.type());
            targets.add(new TargetEntry(argument, targets.size() + 1, null, false));
        }
        List<SortGroupClause> order = List.of();
        List<SortGroupClause> distinct = List.of();
        if (!raw.orderBy().isEmpty()) {
            order = state.in(ExprKind.ORDER_BY, () -> SortGroupAnalyzer.order(state, raw.orderBy(), targets, true));
        }
        if (raw.distinct()) {
            distinct = SortGroupAnalyzer.distinct(state, targets, order, true);
        }
        int level = AggregateLevels.level(state, arguments, targets, filter, location);
        return new Expr.AggregateCall(
                function.oid(),
                types,
                List.of(),
                List.copyOf(targets),
                order,
                distinct,
                filter,
                raw.star(),
                variadic,
                Expr.AggregateKind.NORMAL,
                level,
                result,
                NONE,
                NONE,
                Origin.at(location));
    }
}
