package io.pglitedb.planner.query;

import java.util.ArrayList;
import java.util.List;

/// `old` and `new` in the conditions and actions of rules: entries 1 and 2 of the range table, in no FROM. An
/// INSERT of a query's rows has them in that query, as its FROM is where the changed rows come in.
public final class RuleRows {
    public static final int OLD = 1;
    public static final int NEW = 2;

    private RuleRows() {}

    /// The query of an action that has the two entries: itself, or what an INSERT inserts.
    public static Query holder(Query action) {
        RangeTableEntry.Subquery source = source(action);
        return source == null ? action : source.query();
    }

    /// The action with another query that has the two entries.
    public static Query withHolder(Query action, Query holder) {
        RangeTableEntry.Subquery source = source(action);
        if (source == null) {
            return holder;
        }
        List<RangeTableEntry> entries = new ArrayList<>(action.rangeTable());
        entries.set(
                entries.indexOf(source),
                new RangeTableEntry.Subquery(
                        source.name(),
                        source.aliasWritten(),
                        source.columns(),
                        holder,
                        source.lateral(),
                        source.barrier()));
        return action.toBuilder().rangeTable(entries).build();
    }

    /// Whether an action is a NOTIFY, which stands as the call that does it: its result has no name.
    public static boolean isNotification(Query action) {
        return action.command() == Query.Command.SELECT
                && action.rangeTable().size() == NEW
                && action.joinTree().items().isEmpty()
                && action.targets().size() == 1
                && action.targets().getFirst().name() == null
                && action.targets().getFirst().expression() instanceof Expr.FunctionCall;
    }

    /// What INSERT … SELECT reads from; null for any other query.
    public static RangeTableEntry.Subquery source(Query query) {
        boolean one = query.command() == Query.Command.INSERT
                && query.joinTree().items().size() == 1;
        return one
                        && query.joinTree().items().getFirst() instanceof JoinTree.Reference(int index)
                        && query.rangeTableEntry(index) instanceof RangeTableEntry.Subquery subquery
                ? subquery
                : null;
    }

    /// Whether a query level refers to an entry of its range table, from however deep inside.
    public static boolean isUsed(Query query, int index) {
        return QuerySearch.visit(
                query,
                0,
                (expression, depth) ->
                        refers(expression, index, depth) ? QuerySearch.Step.STOP : QuerySearch.Step.DESCEND);
    }

    /// @param expression of the query level, null for none
    public static boolean isUsed(Expr expression, int index) {
        return QuerySearch.visit(
                expression,
                0,
                (part, depth) -> refers(part, index, depth) ? QuerySearch.Step.STOP : QuerySearch.Step.DESCEND);
    }

    private static boolean refers(Expr expression, int index, int depth) {
        return expression instanceof Expr.Var variable
                && variable.levelsUp() == depth
                && variable.rangeTableIndex() == index;
    }
}
