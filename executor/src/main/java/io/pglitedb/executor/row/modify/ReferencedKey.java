package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.executor.row.lock.ConcurrentChange;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.row.RowHeader;

/// The unique index that a foreign key points to.
final class ReferencedKey {
    private final TableDef table;
    private final IndexAccess index;
    /// For each key column of the index, which column of the constraint it is.
    private final int[] order;

    ReferencedKey(ConstraintDef constraint, FunctionBinder binder) {
        table = binder.catalog().table(constraint.referencedTable());
        IndexDef definition = binder.catalog().index(constraint.index());
        index = new IndexAccess(definition, table, binder.session());
        order = definition.keys().stream()
                .mapToInt(key -> constraint.referencedColumns().indexOf(key.column()))
                .toArray();
    }

    ColumnDef column(ConstraintDef constraint, int position) {
        return table.columns().get(constraint.referencedColumns().get(position) - 1);
    }

    TableDef table() {
        return table;
    }

    /// Rowid of the row with these values, -1 when there is none.
    ///
    /// @param values of the referenced columns' types, in the constraint's order
    long find(Transaction transaction, ReadView view, Object[] values) {
        Object[] keyValues = new Object[order.length];
        for (int i = 0; i < order.length; i++) {
            keyValues[i] = values[order[i]];
        }
        byte[] key = index.prefix(keyValues);
        if (index.exact(false)) {
            byte[] value = transaction.getIndex(view, index.storage(), key);
            return value == null ? -1 : IndexAccess.rowid(value, 0);
        }
        try (IndexCursor entries =
                transaction.scanIndex(view, index.storage(), key, StoreKey.successor(key), Direction.FORWARD)) {
            return entries.next() ? IndexAccess.rowid(entries.value(), entries.valueOffset()) : -1;
        }
    }

    /// Finds the row and keeps others from deleting it or changing its key; false when there is none. Waits for
    /// transactions that have changed it and not ended. Above READ COMMITTED only a row will do that the
    /// transaction sees, and 40001 when its key has changed since.
    boolean lock(Transaction transaction, Object[] values) {
        return ConcurrentChange.isRefused(transaction)
                ? lockSeen(transaction, values)
                : lockNewest(transaction, values);
    }

    private boolean lockSeen(Transaction transaction, Object[] values) {
        ReadView view = transaction.latestView();
        long rowid = find(transaction, view, values);
        if (rowid < 0) {
            return false;
        }
        if (!(lock(transaction, view, rowid) instanceof RowLockResult.Unchanged)) {
            try (NewestState newest = NewestState.of(transaction)) {
                if (find(transaction, newest.view(), values) != rowid) {
                    throw ConcurrentChange.update();
                }
            }
        }
        return true;
    }

    private RowLockResult lock(Transaction transaction, ReadView view, long rowid) {
        byte[] stored = transaction.get(view, table.storage(), rowid);
        return transaction.lockRow(
                view,
                table.storage(),
                rowid,
                RowHeader.transactionId(stored, 0),
                RowLockMode.KEY_SHARE,
                WaitPolicy.WAIT);
    }

    private boolean lockNewest(Transaction transaction, Object[] values) {
        while (true) {
            try (NewestState newest = NewestState.of(transaction)) {
                long rowid = find(transaction, newest.view(), values);
                if (rowid < 0) {
                    return false;
                }
                if (lock(transaction, newest.view(), rowid) instanceof RowLockResult.Unchanged) {
                    return true;
                }
            }
        }
    }
}
