package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Which query an aggregate belongs to, and whether it may stand where it does. Source: PostgreSQL's
/// check_agglevels_and_constraints and check_agg_arguments.
final class AggregateLevels {
    private static final int GROUPING_ARGUMENTS_MAX = 31;

    private AggregateLevels() {}

    /// @param direct direct arguments of an ordered-set aggregate, else empty
    /// @param aggregated arguments and ORDER BY
    /// @param filter or null
    /// @return levels up from `state` to the query whose rows are aggregated
    static int level(ParseState state, List<Expr> direct, List<Expr> aggregated, Expr filter, int location) {
        List<Expr> inner = new ArrayList<>(aggregated);
        if (filter != null) {
            inner.add(filter);
        }
        inner.forEach(AggregateLevels::checkContent);
        Levels levels = Levels.of(inner);
        int level = levels.lowest().orElse(0);
        if (levels.lowestAggregate().orElse(-1) == level) {
            throw nested(Levels.aggregate(inner, level));
        }
        String table = levels.commonTableInside(level);
        if (table != null) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "outer-level aggregate cannot use a nested CTE")
                    .detail("CTE \"%s\" is below the aggregate's semantic level.".formatted(table))
                    .at(location + 1);
        }
        checkDirect(direct, level);
        ParseState owner = state.ancestor(level);
        owner.hasAggregates = true;
        check(owner.kind, location, "aggregate functions");
        return level;
    }

    private static PgException nested(Expr inner) {
        return new PgException(SqlState.GROUPING_ERROR, "aggregate function calls cannot be nested")
                .at(inner.location() + 1);
    }

    private static void checkDirect(List<Expr> direct, int level) {
        direct.forEach(AggregateLevels::checkContent);
        Levels levels = Levels.of(direct);
        int variable = levels.lowestVariable().orElse(Integer.MAX_VALUE);
        if (variable < level) {
            throw new PgException(
                            SqlState.GROUPING_ERROR,
                            "outer-level aggregate cannot contain a lower-level variable in its direct arguments")
                    .at(Levels.variable(direct, variable).location() + 1);
        }
        int aggregate = levels.lowestAggregate().orElse(Integer.MAX_VALUE);
        if (aggregate <= level) {
            throw nested(Levels.aggregate(direct, aggregate));
        }
    }

    private static void checkContent(Expr argument) {
        Expr wrong =
                Walk.firstOutsideAggregates(argument, e -> e instanceof Expr.WindowCall || SetReturning.isSetCall(e));
        if (wrong instanceof Expr.WindowCall) {
            throw new PgException(
                            SqlState.GROUPING_ERROR, "aggregate function calls cannot contain window function calls")
                    .at(wrong.location() + 1);
        }
        if (wrong != null) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "aggregate function calls cannot contain set-returning function calls")
                    .hint("You might be able to move the set-returning function into a LATERAL FROM item.")
                    .at(wrong.location() + 1);
        }
    }

    /// The places that take neither aggregates nor GROUPING.
    private static void check(ExprKind kind, int location, String what) {
        switch (kind) {
            case OTHER, HAVING, SELECT_TARGET, ORDER_BY, DISTINCT_ON, WINDOW_PARTITION, WINDOW_ORDER -> {}
            default ->
                throw new PgException(SqlState.GROUPING_ERROR, "%s are not allowed in %s".formatted(what, kind.place()))
                        .at(location + 1);
        }
    }

    /// Whether the arguments are grouped is [GroupingChecker]'s to find out, and so are their references.
    static Expr grouping(ParseState state, AstExpr.GroupingFunc raw) {
        if (raw.arguments().size() > GROUPING_ARGUMENTS_MAX) {
            throw new PgException(SqlState.TOO_MANY_ARGUMENTS, "GROUPING must have fewer than 32 arguments")
                    .at(raw.location() + 1);
        }
        List<Expr> arguments = ExpressionAnalyzer.analyzeAll(state, raw.arguments());
        arguments.forEach(AggregateLevels::checkContent);
        Levels levels = Levels.of(arguments);
        int level = levels.lowest().orElse(0);
        if (levels.lowestAggregate().orElse(-1) == level) {
            throw nested(Levels.aggregate(arguments, level));
        }
        ParseState owner = state.ancestor(level);
        owner.hasAggregates = true;
        check(owner.kind, raw.location(), "grouping operations");
        return new Expr.Grouping(arguments, List.of(), level, Origin.at(raw.location()));
    }
}
