package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.executor.row.lock.ConcurrentChange;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.planner.optimizer.modify.ModifyTargets;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.row.RowHeader;
import it.unimi.dsi.fastutil.longs.LongListIterator;
import java.util.BitSet;
import java.util.List;

/// CASCADE, SET NULL and SET DEFAULT of one foreign key in one execution: changes the rows that point to a key.
final class ReferencingChange {
    private static final Object[] NO_ROW = {};
    private static final char CASCADE = 'c';
    private static final char SET_DEFAULT = 'd';

    private final ConstraintDef constraint;
    private final TableDef table;
    private final char action;
    private final ReferencingRows rows;
    private final Execution execution;
    private final StandaloneWriter writer;
    private final FunctionBinder binder;

    ReferencingChange(
            ConstraintDef constraint, TableDef table, char action, ReferencingRows rows, Execution execution) {
        this.constraint = constraint;
        this.table = table;
        this.action = action;
        this.rows = rows;
        this.execution = execution;
        writer = new StandaloneWriter(
                new ModifyTargets(execution.catalog(), execution.session())
                        .of(new ScanTable(0, table, table.name(), List.of())),
                execution);
        binder = writer.compiler.binder();
    }

    void apply(ReferencedAction.Change change) {
        try (NewestState newest = NewestState.of(execution.transaction())) {
            LongListIterator found = rows.find(execution, newest.view(), change.before(), Integer.MAX_VALUE)
                    .iterator();
            while (found.hasNext()) {
                execution.cancellation().check();
                change(newest, change, found.nextLong());
            }
        }
    }

    private void change(NewestState newest, ReferencedAction.Change change, long rowid) {
        byte[] stored = execution.transaction().get(newest.view(), table.storage(), rowid);
        if (stored == null) {
            return;
        }
        requireSeen(rowid, stored);
        boolean deletes = action == CASCADE && change.after() == null;
        Object[] before = writer.rows.read(rowid, stored);
        BitSet changed = new BitSet();
        Object[] after = deletes ? null : after(before, change, changed);
        RowLockMode mode =
                deletes || writer.rows.changesKey(before, after) ? RowLockMode.UPDATE : RowLockMode.NO_KEY_UPDATE;
        byte[] locked = lock(newest, rowid, stored, mode);
        if (locked == null || !rows.points(change.before(), rowid, locked)) {
            return; // gone, or points elsewhere by now
        }
        if (locked != stored) {
            before = writer.rows.read(rowid, locked);
            after = deletes ? null : after(before, change, changed);
        }
        if (deletes) {
            if (writer.rows.triggers().before(Event.DELETE, before, null, null) != null) {
                writer.rows.delete(before, rowid);
            }
            return;
        }
        after = writer.rows.triggers().before(Event.UPDATE, before, after, changed);
        if (after != null) {
            writer.rows.prepare(after, RowCheck.Kind.UPDATE);
            writer.rows.update(before, after, rowid, changed);
        }
    }

    /// Above READ COMMITTED rows are looked for in the newest state too, but one that the transaction does not
    /// see as it is now is not changed.
    private void requireSeen(long rowid, byte[] stored) {
        Transaction transaction = execution.transaction();
        if (ConcurrentChange.isRefused(transaction)) {
            byte[] seen = transaction.get(transaction.latestView(), table.storage(), rowid);
            if (seen == null || RowHeader.transactionId(seen, 0) != RowHeader.transactionId(stored, 0)) {
                throw ConcurrentChange.update();
            }
        }
    }

    /// The newest version, null when the row is gone.
    private byte[] lock(NewestState newest, long rowid, byte[] stored, RowLockMode mode) {
        Transaction transaction = execution.transaction();
        RowLockResult result = transaction.lockRow(
                newest.view(), table.storage(), rowid, RowHeader.transactionId(stored, 0), mode, WaitPolicy.WAIT);
        ConcurrentChange.refuse(transaction, result);
        return switch (result) {
            case RowLockResult.Unchanged _ -> stored;
            case RowLockResult.Changed(byte[] row) -> row;
            case RowLockResult.SelfModified _, RowLockResult.Deleted _ -> null;
            case RowLockResult.NotLocked _ -> throw new IllegalStateException("waiting, yet not locked");
        };
    }

    /// The row with new values in the referencing columns.
    private Object[] after(Object[] before, ReferencedAction.Change change, BitSet changed) {
        Object[] after = before.clone();
        for (int i = 0; i < constraint.columns().size(); i++) {
            int number = constraint.columns().get(i);
            boolean kept = change.after() == null
                    && !constraint.deleteSetColumns().isEmpty()
                    && !constraint.deleteSetColumns().contains(number);
            if (!kept) {
                after[number - 1] = newValue(number, i, change);
                changed.set(number - 1);
            }
        }
        return after;
    }

    private Object newValue(int number, int position, ReferencedAction.Change change) {
        ColumnDef column = table.columns().get(number - 1);
        if (action == CASCADE) {
            Object value = change.after()[position];
            int from = execution
                    .catalog()
                    .table(constraint.referencedTable())
                    .columns()
                    .get(constraint.referencedColumns().get(position) - 1)
                    .type();
            return value == null ? null : KeyConversion.assign(value, from, column, binder);
        }
        if (action == SET_DEFAULT && column.defaultExpression().isPresent()) {
            Evaluator expression = writer.compiler.compile(
                    NodeTree.readExpression(column.defaultExpression().get(), execution.session()));
            return expression.evaluate(NO_ROW);
        }
        return null;
    }
}
