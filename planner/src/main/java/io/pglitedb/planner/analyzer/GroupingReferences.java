package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Gives the GROUPING calls of a query the references of the expressions they name. Calls inside subqueries that
/// mean this query are not reached: 0A000. Source: PostgreSQL's finalize_grouping_exprs.
final class GroupingReferences {
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
        List<TargetEntry> targets = query.targets().stream()
                .map(target -> target.withExpression(resolve(target.expression())))
                .toList();
        return query.toBuilder()
                .targets(targets)
                .having(query.having() == null ? null : resolve(query.having()))
                .build();
    }

    private Expr resolve(Expr expression) {
        if (expression instanceof Expr.Grouping call && call.levelsUp() == 0) {
            List<Integer> references = new ArrayList<>();
            for (Expr argument : call.arguments()) {
                int index = grouped.indexOf(aliases.flatten(argument));
                if (index < 0) {
                    throw new PgException(
                                    SqlState.GROUPING_ERROR,
                                    "arguments to GROUPING must be grouping expressions of the associated query level")
                            .at(argument.location() + 1);
                }
                references.add(query.group().get(index).reference());
            }
            return new Expr.Grouping(call.arguments(), references, 0, call.origin());
        }
        if (expression instanceof Expr.SubLink link && Levels.hasOuterGrouping(link)) {
            throw PgException.notSupported("GROUPING of an outer query").at(expression.location() + 1);
        }
        // What stands inside an aggregate of this level is not grouped.
        if (expression instanceof Expr.AggregateCall call && call.levelsUp() == 0) {
            return expression;
        }
        return expression.mapChildren(this::resolve);
    }
}
