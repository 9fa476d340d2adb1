package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import java.util.List;

/// Which views can be changed by changing the table they show. Source of the rules and words: PostgreSQL's
/// view_query_is_auto_updatable and view_col_is_auto_updatable.
public final class ViewRules {
    private ViewRules() {}

    /// Why rows of the view cannot be changed; null when they can.
    ///
    /// @param definition the view's query
    public static String obstacle(Query definition, CatalogView catalog) {
        if (!definition.distinct().isEmpty()) {
            return "Views containing DISTINCT are not automatically updatable.";
        }
        if (!definition.group().isEmpty() || !definition.groupingSets().isEmpty()) {
            return "Views containing GROUP BY are not automatically updatable.";
        }
        if (definition.having() != null) {
            return "Views containing HAVING are not automatically updatable.";
        }
        if (definition.setOperations() != null) {
            return "Views containing UNION, INTERSECT, or EXCEPT are not automatically updatable.";
        }
        if (!definition.commonTables().isEmpty()) {
            return "Views containing WITH are not automatically updatable.";
        }
        if (definition.limitOffset() != null || definition.limitCount() != null) {
            return "Views containing LIMIT or OFFSET are not automatically updatable.";
        }
        Query.Features features = definition.features();
        if (features.aggregates()) {
            return "Views that return aggregate functions are not automatically updatable.";
        }
        if (features.windows()) {
            return "Views that return window functions are not automatically updatable.";
        }
        if (features.setReturningTargets()) {
            return "Views that return set-returning functions are not automatically updatable.";
        }
        return obstacleInFrom(definition, catalog);
    }

    private static String obstacleInFrom(Query definition, CatalogView catalog) {
        List<JoinTree> items = definition.joinTree().items();
        RangeTableEntry.Relation base = items.size() == 1
                        && items.getFirst() instanceof JoinTree.Reference(int index)
                        && definition.rangeTableEntry(index) instanceof RangeTableEntry.Relation relation
                ? relation
                : null;
        TableDef table = base == null ? null : catalog.table(base.table());
        if (table == null || "rpvf".indexOf(table.kind()) < 0) {
            return "Views that do not select from a single table or view are not automatically updatable.";
        }
        return base.sample() == null ? null : "Views containing TABLESAMPLE are not automatically updatable.";
    }

    /// Range table index of the only table or view that the view shows.
    public static int base(Query definition) {
        return ((JoinTree.Reference) definition.joinTree().items().getFirst()).rangeTableIndex();
    }

    /// Why a column of the view cannot be set; null when it can.
    public static String obstacle(Query definition, TargetEntry column) {
        if (column.junk()
                || !(column.expression() instanceof Expr.Var variable)
                || variable.rangeTableIndex() != base(definition)
                || variable.levelsUp() != 0) {
            return "View columns that are not columns of their base relation are not updatable.";
        }
        if (variable.attribute() < 0) {
            return "View columns that refer to system columns are not updatable.";
        }
        return variable.attribute() == 0 ? "View columns that return whole-row references are not updatable." : null;
    }

    /// Whether any column can be set.
    public static boolean hasUpdatableColumn(Query definition) {
        return definition.targets().stream().anyMatch(column -> obstacle(definition, column) == null);
    }
}
