package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Gives the GROUPING calls of a query, in its subqueries too, the references of the expressions they name.
/// Source: PostgreSQL's finalize_grouping_exprs.
final class GroupingReferences extends QueryMapper {
    private final Query query;
    /// One a group clause, in its order.
    private final List<Expr> grouped;
    private final JoinAliases aliases;

    GroupingReferences(Query query, List<Expr> grouped, JoinAliases aliases) {
        this.query = query;
        this.grouped = grouped;
        this.aliases = aliases;
    }

    Query resolve() {
        return query.toBuilder()
                .targets(query.targets().stream()
                        .map(target -> target.withExpression(map(target.expression(), 0)))
                        .toList())
                .having(map(query.having(), 0))
                .build();
    }

    /// What stands inside an aggregate of the query is not grouped.
    @Override
    protected boolean skips(Expr expression, int depth) {
        return expression instanceof Expr.AggregateCall call && call.levelsUp() >= depth;
    }

    @Override
    protected Expr changed(Expr expression, int depth) {
        if (!(expression instanceof Expr.Grouping call) || call.levelsUp() != depth) {
            return expression;
        }
        List<Integer> references = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            int index = grouped.indexOf(aliases.flatten(Outer.raise(argument, -depth)));
            if (index < 0) {
                throw new PgException(
                                SqlState.GROUPING_ERROR,
                                "arguments to GROUPING must be grouping expressions of the associated query level")
                        .at(argument.location() + 1);
            }
            references.add(query.group().get(index).reference());
        }
        return new Expr.Grouping(call.arguments(), references, depth, call.origin());
    }
}
