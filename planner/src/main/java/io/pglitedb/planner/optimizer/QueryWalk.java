package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import java.util.function.Predicate;

/// Searches all expressions of a query, those of its subqueries included.
public final class QueryWalk {
    /// @param depth how many levels further in than the query the expression stands
    @FunctionalInterface
    public interface Wanted {
        boolean test(Expr expression, int depth);
    }

    private QueryWalk() {}

    /// Whether some variable of the query's own level, wherever it stands, satisfies the condition.
    public static boolean anyVariable(Query query, Predicate<Expr.Var> wanted) {
        return any(
                query,
                0,
                (expression, depth) -> expression instanceof Expr.Var variable
                        && variable.levelsUp() == depth
                        && wanted.test(variable));
    }

    /// Whether some variable refers to a query around this one.
    public static boolean hasOuterReferences(Query query) {
        return any(query, 0, (expression, depth) -> switch (expression) {
            case Expr.Var variable -> variable.levelsUp() > depth;
            case Expr.AggregateCall call -> call.levelsUp() > depth;
            default -> false;
        });
    }

    /// Whether some expression in it calls a volatile function.
    public static boolean isVolatile(Query query, CatalogView catalog) {
        return any(query, 0, (expression, depth) -> ExpressionFacts.isVolatileCall(expression, catalog));
    }

    public static boolean any(Query query, int depth, Wanted wanted) {
        for (TargetEntry target : query.targets()) {
            if (any(target.expression(), depth, wanted)) {
                return true;
            }
        }
        for (TargetEntry target : query.returning()) {
            if (any(target.expression(), depth, wanted)) {
                return true;
            }
        }
        for (var table : query.commonTables()) {
            if (any(table.query(), depth + 1, wanted)) {
                return true;
            }
        }
        for (RangeTableEntry entry : query.rangeTable()) {
            if (anyInEntry(entry, depth, wanted)) {
                return true;
            }
        }
        return anyInJoins(query.joinTree(), depth, wanted)
                || any(query.having(), depth, wanted)
                || any(query.limitOffset(), depth, wanted)
                || any(query.limitCount(), depth, wanted);
    }

    private static boolean anyInEntry(RangeTableEntry entry, int depth, Wanted wanted) {
        return switch (entry) {
            case RangeTableEntry.Subquery subquery -> any(subquery.query(), depth + 1, wanted);
            case RangeTableEntry.Functions functions ->
                functions.functions().stream().anyMatch(function -> any(function.call(), depth, wanted));
            case RangeTableEntry.Values values ->
                values.rows().stream().anyMatch(row -> row.stream().anyMatch(value -> any(value, depth, wanted)));
            case RangeTableEntry.Join join ->
                join.aliasVariables().stream()
                        .anyMatch(variable -> !(variable instanceof Expr.Var) && any(variable, depth, wanted));
            case RangeTableEntry.Relation relation ->
                relation.security().stream().anyMatch(condition -> any(condition, depth, wanted));
            case RangeTableEntry.CteReference ignored -> false;
            case RangeTableEntry.Result ignored -> false;
        };
    }

    private static boolean anyInJoins(JoinTree tree, int depth, Wanted wanted) {
        return switch (tree) {
            case JoinTree.Reference ignored -> false;
            case JoinTree.Join join ->
                any(join.condition(), depth, wanted)
                        || anyInJoins(join.left(), depth, wanted)
                        || anyInJoins(join.right(), depth, wanted);
            case JoinTree.From from ->
                any(from.where(), depth, wanted)
                        || from.items().stream().anyMatch(item -> anyInJoins(item, depth, wanted));
        };
    }

    private static boolean any(Expr expression, int depth, Wanted wanted) {
        if (expression == null) {
            return false;
        }
        if (wanted.test(expression, depth)) {
            return true;
        }
        if (expression instanceof Expr.SubLink link && any(link.query(), depth + 1, wanted)) {
            return true;
        }
        for (Expr child : expression.children()) {
            if (any(child, depth, wanted)) {
                return true;
            }
        }
        return false;
    }
}
