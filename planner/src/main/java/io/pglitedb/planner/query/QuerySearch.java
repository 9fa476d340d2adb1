package io.pglitedb.planner.query;

import java.util.List;

/// Visits the expressions of a query: those of its subqueries, WITH queries and SubLinks too.
public final class QuerySearch {
    /// What to do after a visit.
    public enum Step {
        DESCEND,
        /// Leave out what is below.
        SKIP,
        /// Enough: the search is over.
        STOP
    }

    /// @param depth how many levels further in than the start the expression stands
    @FunctionalInterface
    public interface Visitor {
        Step visit(Expr expression, int depth);

        /// A query's expressions, and then those of the queries in it, begin to be visited.
        default void enter(Query query, int depth) {}

        /// A reference to a WITH query, in the FROM of a query `depth` levels further in.
        default void reference(RangeTableEntry.CteReference reference, int depth) {}
    }

    private QuerySearch() {}

    /// True when a visit stopped the search. An expression is visited before its children.
    ///
    /// @param depth of the query's own expressions
    public static boolean visit(Query query, int depth, Visitor visitor) {
        visitor.enter(query, depth);
        return visitTables(query, depth, visitor)
                || visitEntries(query.targets(), depth, visitor)
                || visitEntries(query.returning(), depth, visitor)
                || visitJoins(query.joinTree(), depth, visitor)
                || visitOnConflict(query.onConflict(), depth, visitor)
                || visitActions(query.mergeActions(), depth, visitor)
                || visit(query.having(), depth, visitor)
                || visitWindows(query.windows(), depth, visitor)
                || visit(query.limitOffset(), depth, visitor)
                || visit(query.limitCount(), depth, visitor);
    }

    /// @param expression null is no expression
    public static boolean visit(Expr expression, int depth, Visitor visitor) {
        if (expression == null) {
            return false;
        }
        switch (visitor.visit(expression, depth)) {
            case STOP -> {
                return true;
            }
            case SKIP -> {
                return false;
            }
            case DESCEND -> {}
        }
        if (expression instanceof Expr.SubLink link && visit(link.query(), depth + 1, visitor)) {
            return true;
        }
        return visitAll(expression.children(), depth, visitor);
    }

    private static boolean visitAll(List<Expr> expressions, int depth, Visitor visitor) {
        for (Expr expression : expressions) {
            if (visit(expression, depth, visitor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean visitTables(Query query, int depth, Visitor visitor) {
        for (CommonTable table : query.commonTables()) {
            if (visit(table.query(), depth + 1, visitor)) {
                return true;
            }
        }
        for (RangeTableEntry entry : query.rangeTable()) {
            if (visitTable(entry, depth, visitor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean visitTable(RangeTableEntry entry, int depth, Visitor visitor) {
        return switch (entry) {
            case RangeTableEntry.Subquery subquery -> visit(subquery.query(), depth + 1, visitor);
            case RangeTableEntry.Functions functions ->
                functions.functions().stream().anyMatch(function -> visit(function.call(), depth, visitor));
            case RangeTableEntry.Values values -> values.rows().stream().anyMatch(row -> visitAll(row, depth, visitor));
            // A plain variable says nothing that its own place does not say.
            case RangeTableEntry.Join join ->
                join.aliasVariables().stream()
                        .anyMatch(alias -> !(alias instanceof Expr.Var) && visit(alias, depth, visitor));
            case RangeTableEntry.Relation relation ->
                relation.sample() != null
                        && (visitAll(relation.sample().arguments(), depth, visitor)
                                || visit(relation.sample().repeatable(), depth, visitor));
            case RangeTableEntry.CteReference reference -> {
                visitor.reference(reference, depth);
                yield false;
            }
            case RangeTableEntry.Result ignored -> false;
        };
    }

    private static boolean visitEntries(List<TargetEntry> entries, int depth, Visitor visitor) {
        return entries.stream().anyMatch(entry -> visit(entry.expression(), depth, visitor));
    }

    private static boolean visitJoins(JoinTree tree, int depth, Visitor visitor) {
        return switch (tree) {
            case JoinTree.Reference ignored -> false;
            case JoinTree.Join join ->
                visitJoins(join.left(), depth, visitor)
                        || visitJoins(join.right(), depth, visitor)
                        || visit(join.condition(), depth, visitor);
            case JoinTree.From from ->
                from.items().stream().anyMatch(item -> visitJoins(item, depth, visitor))
                        || visit(from.where(), depth, visitor);
        };
    }

    private static boolean visitOnConflict(OnConflict clause, int depth, Visitor visitor) {
        return clause != null
                && (clause.arbiterElements().stream().anyMatch(it -> visit(it.expression(), depth, visitor))
                        || visit(clause.arbiterWhere(), depth, visitor)
                        || visitEntries(clause.set(), depth, visitor)
                        || visit(clause.where(), depth, visitor));
    }

    private static boolean visitActions(List<MergeAction> actions, int depth, Visitor visitor) {
        return actions.stream()
                .anyMatch(action ->
                        visit(action.condition(), depth, visitor) || visitEntries(action.targets(), depth, visitor));
    }

    private static boolean visitWindows(List<WindowClause> windows, int depth, Visitor visitor) {
        return windows.stream()
                .anyMatch(window -> visit(window.frame().startOffset(), depth, visitor)
                        || visit(window.frame().endOffset(), depth, visitor));
    }
}
