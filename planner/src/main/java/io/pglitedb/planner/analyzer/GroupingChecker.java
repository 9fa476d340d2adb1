package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Columns outside aggregates must be grouped. Source: PostgreSQL's parseCheckAggregates. Not here yet: columns
/// that depend on a grouped primary key, and references out of subqueries.
final class GroupingChecker {
    private final Query query;
    private final List<Expr> grouped = new ArrayList<>();

    private GroupingChecker(Query query) {
        this.query = query;
        for (SortGroupClause clause : query.group()) {
            for (TargetEntry target : query.targets()) {
                if (target.reference() == clause.reference()) {
                    grouped.add(target.expression());
                }
            }
        }
    }

    static void check(ParseState state, Query query) {
        GroupingChecker checker = new GroupingChecker(query);
        query.targets().forEach(target -> checker.check(target.expression()));
        if (query.having() != null) {
            checker.check(query.having());
        }
    }

    private void check(Expr expression) {
        if (grouped.contains(expression)
                || expression instanceof Expr.AggregateCall aggregate && aggregate.levelsUp() == 0) {
            return;
        }
        if (expression instanceof Expr.Var variable && variable.levelsUp() == 0) {
            RangeTableEntry entry = query.rangeTableEntry(variable.rangeTableIndex());
            List<ColumnInfo> columns = entry.columns();
            String column = columnName(variable.attribute(), columns);
            throw new PgException(
                            SqlState.GROUPING_ERROR,
                            "column \"%s.%s\" must appear in the GROUP BY clause or be used in an aggregate function"
                                    .formatted(entry.name(), column))
                    .at(variable.location() + 1);
        }
        expression.children().forEach(this::check);
    }

    private static String columnName(int attribute, List<ColumnInfo> columns) {
        if (attribute == 0) {
            return "*";
        }
        return attribute > 0 ? columns.get(attribute - 1).name() : "ctid";
    }
}
