package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.NONE;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.AggregateKind;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Calls of aggregates once their arguments are converted. Source: PostgreSQL's transformAggregateCall.
final class AggregateCalls {
    private AggregateCalls() {}

    static Expr plain(
            ParseState state,
            FuncCall raw,
            FunctionDef function,
            List<Expr> arguments,
            Expr filter,
            int result,
            boolean variadic) {
        List<TargetEntry> targets = entries(arguments);
        List<SortGroupClause> order = raw.orderBy().isEmpty()
                ? List.of()
                : state.in(ExprKind.ORDER_BY, () -> SortGroupAnalyzer.order(state, raw.orderBy(), targets, true));
        List<SortGroupClause> distinct = List.of();
        if (raw.distinct()) {
            distinct = SortGroupAnalyzer.distinct(state, targets, order, true);
            checkSortable(state, distinct, targets);
        }
        return call(
                state,
                raw,
                function,
                List.of(),
                targets,
                order,
                distinct,
                filter,
                variadic,
                AggregateKind.NORMAL,
                result);
    }

    static Expr orderedSet(
            ParseState state,
            FuncCall raw,
            FunctionDef function,
            List<Expr> arguments,
            Expr filter,
            int result,
            boolean variadic) {
        // Arguments that went into a variadic array are direct ones and aggregated ones alike.
        int direct = arguments.size() - raw.orderBy().size();
        List<TargetEntry> targets = entries(arguments.subList(direct, arguments.size()));
        List<SortGroupClause> order = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            SortGroupAnalyzer.addOrder(state, raw.orderBy().get(i), targets, i, order);
        }
        AggregateKind kind = state.catalog().aggregate(function.oid()).kind() == 'h'
                ? AggregateKind.HYPOTHETICAL_SET
                : AggregateKind.ORDERED_SET;
        return call(
                state,
                raw,
                function,
                List.copyOf(arguments.subList(0, direct)),
                targets,
                order,
                List.of(),
                filter,
                variadic,
                kind,
                result);
    }

    private static List<TargetEntry> entries(List<Expr> arguments) {
        List<TargetEntry> targets = new ArrayList<>();
        arguments.forEach(argument -> targets.add(new TargetEntry(argument, targets.size() + 1, null, false)));
        return targets;
    }

    private static void checkSortable(ParseState state, List<SortGroupClause> distinct, List<TargetEntry> targets) {
        for (SortGroupClause clause : distinct) {
            if (clause.sortOperator() == NONE) {
                Expr value = targets.stream()
                        .filter(target -> target.reference() == clause.reference())
                        .findFirst()
                        .orElseThrow()
                        .expression();
                throw new PgException(
                                SqlState.UNDEFINED_FUNCTION,
                                "could not identify an ordering operator for type %s"
                                        .formatted(state.types().name(value.type())))
                        .detail("Aggregates with DISTINCT must be able to sort their inputs.")
                        .at(value.location() + 1);
            }
        }
    }

    private static Expr call(
            ParseState state,
            FuncCall raw,
            FunctionDef function,
            List<Expr> direct,
            List<TargetEntry> targets,
            List<SortGroupClause> order,
            List<SortGroupClause> distinct,
            Expr filter,
            boolean variadic,
            AggregateKind kind,
            int result) {
        List<Integer> types = new ArrayList<>();
        direct.forEach(argument -> types.add(argument.type()));
        List<Expr> aggregated = new ArrayList<>();
        for (TargetEntry target : targets) {
            aggregated.add(target.expression());
            if (!target.junk()) {
                types.add(target.expression().type());
            }
        }
        int level = AggregateLevels.level(state, direct, aggregated, filter, raw.location());
        return new Expr.AggregateCall(
                function.oid(),
                types,
                direct,
                List.copyOf(targets),
                List.copyOf(order),
                List.copyOf(distinct),
                filter,
                raw.star(),
                variadic,
                kind,
                level,
                result,
                NONE,
                NONE,
                Origin.at(raw.location()));
    }
}
