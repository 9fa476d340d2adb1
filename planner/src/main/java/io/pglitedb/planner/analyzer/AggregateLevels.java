package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Which query an aggregate belongs to, and whether it may stand where it does. Source: PostgreSQL's
/// check_agglevels_and_constraints.
final class AggregateLevels {
    private AggregateLevels() {}

    static int level(ParseState state, List<Expr> arguments, List<TargetEntry> targets, Expr filter, int location) {
        int level = Integer.MAX_VALUE;
        for (TargetEntry target : targets) {
            level = Math.min(level, Levels.lowestVariable(target.expression()));
        }
        if (filter != null) {
            level = Math.min(level, Levels.lowestVariable(filter));
        }
        int resolved = level == Integer.MAX_VALUE ? 0 : level;
        for (Expr argument : arguments) {
            Expr nested =
                    Walk.first(argument, e -> e instanceof Expr.AggregateCall inner && inner.levelsUp() == resolved);
            if (nested != null) {
                throw new PgException(SqlState.GROUPING_ERROR, "aggregate function calls cannot be nested")
                        .at(nested.location() + 1);
            }
            Expr window = Walk.first(argument, e -> e instanceof Expr.WindowCall);
            if (window != null) {
                throw new PgException(
                                SqlState.GROUPING_ERROR,
                                "aggregate function calls cannot contain window function calls")
                        .at(window.location() + 1);
            }
            Expr set = Walk.first(argument, AggregateLevels::returnsSet);
            if (set != null) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "aggregate function calls cannot contain set-returning function calls")
                        .hint("You might be able to move the set-returning function into a LATERAL FROM item.")
                        .at(set.location() + 1);
            }
        }
        ParseState owner = state.ancestor(resolved);
        owner.hasAggregates = true;
        check(owner.kind, location, "aggregate functions");
        return resolved;
    }

    private static boolean returnsSet(Expr e) {
        return e instanceof Expr.FunctionCall call && call.returnsSet()
                || e instanceof Expr.OperatorCall operator && operator.returnsSet();
    }

    /// The places that take neither aggregates nor GROUPING.
    static void check(ExprKind kind, int location, String what) {
        switch (kind) {
            case OTHER, HAVING, SELECT_TARGET, ORDER_BY, DISTINCT_ON, WINDOW_PARTITION, WINDOW_ORDER -> {}
            default ->
                throw new PgException(SqlState.GROUPING_ERROR, "%s are not allowed in %s".formatted(what, kind.place()))
                        .at(location + 1);
        }
    }

    static Expr grouping(ParseState state, AstExpr.GroupingFunc raw) {
        throw PgException.notSupported("GROUPING").at(raw.location() + 1);
    }
}
