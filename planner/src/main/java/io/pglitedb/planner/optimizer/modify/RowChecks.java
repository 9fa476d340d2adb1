package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.Scope;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.query.RowCheck;
import java.util.ArrayList;
import java.util.List;

/// The checks of a changing query, over the changed row.
public final class RowChecks {
    private RowChecks() {}

    /// From now on the scope's target relation stands for the changed row.
    public static List<RowCheck> place(Scope scope, TableDef table) {
        int index = scope.query().resultRelation();
        Leaf.Table row = new Leaf.Table(
                scope.context().newLeaf(), scope.query().rangeTableEntry(index).name(), table, false);
        scope.define(index, row);
        List<RowCheck> placed = new ArrayList<>();
        for (RowCheck check : scope.query().checks()) {
            placed.add(check.withCondition(Returning.overRow(row, scope.lower(check.condition()))));
        }
        return placed;
    }
}
