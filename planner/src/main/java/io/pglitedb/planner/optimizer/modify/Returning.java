package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.Scope;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/// RETURNING, over the returning row of a [ModifyTarget].
public final class Returning {
    private final Leaf.Table changed;
    private final List<Expr> lowered = new ArrayList<>();
    private final List<TargetEntry> targets = new ArrayList<>();

    /// Lowers the expressions; from now on the scope's target relation stands for the changed row.
    public Returning(Scope scope, TableDef table) {
        int index = scope.query().resultRelation();
        changed = new Leaf.Table(
                scope.context().newLeaf(), scope.query().rangeTableEntry(index).name(), table, false);
        scope.define(index, changed);
        for (TargetEntry target : scope.query().returning()) {
            if (!target.junk()) {
                targets.add(target);
                lowered.add(scope.lower(target.expression()));
            }
        }
    }

    /// @param input where the rows that lead to the changes keep what
    public List<Expr> expressions(SlotMap input) {
        SlotMap slots = row(changed).followedBy(input);
        return lowered.stream()
                .map(expression -> WholeRows.expand(expression, changed))
                .map(slots::place)
                .toList();
    }

    public List<PlanColumn> columns() {
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            columns.add(PlanColumn.of(targets.get(i).name(), lowered.get(i)));
        }
        return columns;
    }

    /// An expression over a table's variables, over its row: column n in slot n - 1, then the system columns.
    public static Expr overRow(Leaf.Table table, Expr lowered) {
        return row(table).place(WholeRows.expand(lowered, table));
    }

    private static SlotMap row(Leaf.Table changed) {
        List<Expr> contents = new ArrayList<>();
        for (ColumnDef column : changed.table().columns()) {
            contents.add(changed.variable(column.number()));
        }
        for (int attribute = -1; attribute >= -ModifyTarget.SYSTEM_COLUMNS; attribute--) {
            contents.add(changed.variable(attribute));
        }
        return new SlotMap(contents);
    }
}
