package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.ValueType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A foreign key seen from the table that it points to: what becomes of the rows that point to a key that goes
/// away.
final class ReferencedAction {
    private static final char NO_ACTION = 'a';
    private static final char RESTRICT = 'r';
    private static final char SET_DEFAULT = 'd';

    private final ConstraintDef constraint;
    private final TableDef referencing;
    private final ValueType[] types;
    private final BitSet slots = new BitSet();
    private final ForeignKeyViolation violation;
    private final ReferencedKey key;
    private final ReferencingRows rows;
    private final PendingChecks<Change> deletes;
    private final PendingChecks<Change> updates;

    /// @param before values of the referenced columns
    /// @param after null when the row was deleted
    record Change(Object[] before, Object[] after) {}

    ReferencedAction(ConstraintDef constraint, TableDef table, FunctionBinder binder) {
        this.constraint = constraint;
        referencing = binder.catalog().table(constraint.table());
        int width = constraint.referencedColumns().size();
        types = new ValueType[width];
        List<Integer> typeOids = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            ColumnDef column =
                    table.columns().get(constraint.referencedColumns().get(i) - 1);
            slots.set(column.number() - 1);
            types[i] = binder.session().type(column.type());
            typeOids.add(column.type());
        }
        violation = new ForeignKeyViolation(constraint, referencing, table, binder.catalog(), binder.session());
        key = new ReferencedKey(constraint, binder);
        rows = new ReferencingRows(constraint, referencing, typeOids, binder);
        deletes = pending(constraint.onDelete());
        updates = pending(constraint.onUpdate());
    }

    /// Only the check of NO ACTION can be deferred.
    private PendingChecks<Change> pending(char action) {
        PendingChecks.Request request = action == NO_ACTION
                ? (deferred, check) -> deferred.forConstraint(
                        constraint.oid(), constraint.deferrable(), constraint.initiallyDeferred(), check)
                : (deferred, check) -> deferred.afterStatement(check);
        return new PendingChecks<>(request, (execution, changes) -> act(execution, changes, action));
    }

    private Object[] values(Object[] row) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[constraint.referencedColumns().get(i) - 1];
        }
        return values;
    }

    void deleted(Execution execution, Object[] row) {
        Object[] values = values(row);
        if (!JoinKeys.hasNull(values)) {
            deletes.add(execution, new Change(values, null));
        }
    }

    void updated(Execution execution, Object[] before, Object[] after, BitSet changed) {
        if (!changed.intersects(slots)) {
            return;
        }
        Object[] old = values(before);
        Object[] values = values(after);
        if (!JoinKeys.hasNull(old) && !same(old, values)) {
            updates.add(execution, new Change(old, values));
        }
    }

    private boolean same(Object[] left, Object[] right) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] == null || right[i] == null || !types[i].equal(left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    private void act(Execution execution, List<Change> changes, char action) {
        Transaction transaction = execution.transaction();
        transaction.nextCommand();
        ReferencingChange change = action == NO_ACTION || action == RESTRICT
                ? null
                : new ReferencingChange(constraint, referencing, action, rows, execution);
        for (Change each : changes) {
            execution.cancellation().check();
            if (change == null) {
                refuse(execution, each, action);
                continue;
            }
            change.apply(each);
            if (action == SET_DEFAULT) {
                // The default may be the very key that has gone: that is no change of the row, so nobody looks.
                refuse(execution, each, NO_ACTION);
            }
        }
    }

    private void refuse(Execution execution, Change change, char action) {
        try (NewestState newest = NewestState.of(execution.transaction())) {
            // Another row may have taken the key: NO ACTION is content with that.
            boolean replaced =
                    action == NO_ACTION && key.find(execution.transaction(), newest.view(), change.before) >= 0;
            if (!replaced
                    && !rows.find(execution, newest.view(), change.before, 1).isEmpty()) {
                throw violation.stillReferenced(change.before);
            }
        }
    }
}
