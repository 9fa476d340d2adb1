package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.key.StoreKey;
import java.util.Arrays;
import java.util.BitSet;

/// Keeps the entries of one index in step with the rows of its table, and its keys unique.
final class IndexWriter {
    private final Run run;
    private final IndexAccess access;
    private final Evaluator[] keys;
    /// Null for an index of all rows.
    private final Evaluator predicate;
    /// Null when the index enforces none.
    private final ConstraintDef constraint;
    private final UniqueViolation violation;
    /// Slots of the row that an entry depends on.
    private final BitSet slots = new BitSet();

    IndexWriter(ModifyTarget.IndexTarget target, TableDef table, ExpressionCompiler compiler, Run run) {
        this.run = run;
        this.access = new IndexAccess(target.index(), table, compiler.binder().session());
        this.keys = compiler.compileAll(target.keys()).toArray(new Evaluator[0]);
        this.predicate = compiler.compileOptional(target.predicate());
        this.constraint = target.constraint();
        this.violation = new UniqueViolation(target, table, compiler);
        target.keys().forEach(this::noteSlots);
        if (target.predicate() != null) {
            noteSlots(target.predicate());
        }
        target.index().included().forEach(column -> slots.set(column - 1));
    }

    private void noteSlots(Expr expression) {
        if (expression instanceof Expr.Slot slot) {
            slots.set(slot.index());
        }
        expression.children().forEach(this::noteSlots);
    }

    IndexDef definition() {
        return access.definition();
    }

    /// Whether a change of these slots may change entries.
    boolean dependsOn(BitSet changedSlots) {
        return slots.intersects(changedSlots);
    }

    /// Whether foreign keys may point to the key: unique, of all rows, of plain columns.
    boolean isReferable() {
        return definition().unique()
                && predicate == null
                && definition().keys().stream().allMatch(key -> key.column() != 0);
    }

    /// Slots of the key's columns, of an index that is referable.
    BitSet keySlots() {
        BitSet keySlots = new BitSet();
        definition().keys().forEach(key -> keySlots.set(key.column() - 1));
        return keySlots;
    }

    private boolean covers(Object[] row) {
        return predicate == null || Boolean.TRUE.equals(predicate.evaluate(row));
    }

    private Object[] keyValues(Object[] row) {
        Object[] values = new Object[keys.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys[i].evaluate(row);
        }
        return values;
    }

    void insert(Object[] row, long rowid) {
        if (covers(row)) {
            Object[] values = keyValues(row);
            put(values, access.key(values, rowid), row, rowid);
        }
    }

    private void put(Object[] values, byte[] key, Object[] row, long rowid) {
        Transaction transaction = run.execution().transaction();
        boolean hasNull = JoinKeys.hasNull(values);
        if (access.exact(hasNull)) {
            if (transaction.lockUniqueKey(access.storage(), key) != null) {
                SerialReads reads = transaction.serialReads();
                if (reads != null) {
                    reads.keyTaken(access.storage(), key);
                }
                throw violation.of(values);
            }
            transaction.putIndex(access.storage(), key, access.value(rowid, row));
        } else {
            transaction.putIndex(access.storage(), key, access.value(rowid, row));
            if (access.demandsUnique(hasNull)) {
                checkLater(values);
            }
        }
    }

    /// A deferrable constraint: duplicates may come and go before it is checked.
    private void checkLater(Object[] values) {
        byte[] prefix = access.prefix(values);
        Execution execution = run.execution();
        execution.transaction().lockUniqueKey(access.storage(), prefix);
        if (hasDuplicates(execution.transaction(), prefix)) {
            execution.deferred().forConstraint(constraint.oid(), true, constraint.initiallyDeferred(), () -> {
                if (hasDuplicates(execution.transaction(), prefix)) {
                    throw violation.of(values);
                }
            });
        }
    }

    private boolean hasDuplicates(Transaction transaction, byte[] prefix) {
        try (NewestState newest = NewestState.of(transaction);
                IndexCursor entries = transaction.scanIndex(
                        newest.view(), access.storage(), prefix, StoreKey.successor(prefix), Direction.FORWARD)) {
            boolean first = entries.next();
            return first && entries.next();
        }
    }

    void delete(Object[] row, long rowid) {
        if (covers(row)) {
            Object[] values = keyValues(row);
            remove(values, access.key(values, rowid));
        }
    }

    /// Whoever wants to insert the key waits until it is sure that it has gone.
    private void remove(Object[] values, byte[] key) {
        Transaction transaction = run.execution().transaction();
        if (access.exact(JoinKeys.hasNull(values))) {
            transaction.lockUniqueKey(access.storage(), key);
        }
        transaction.deleteIndex(access.storage(), key);
    }

    void update(Object[] before, Object[] after, long rowid) {
        boolean was = covers(before);
        boolean is = covers(after);
        Object[] oldValues = was ? keyValues(before) : null;
        Object[] newValues = is ? keyValues(after) : null;
        byte[] oldKey = was ? access.key(oldValues, rowid) : null;
        byte[] newKey = is ? access.key(newValues, rowid) : null;
        if (was && is && Arrays.equals(oldKey, newKey)) {
            byte[] value = access.value(rowid, after);
            if (!Arrays.equals(access.value(rowid, before), value)) {
                run.execution().transaction().putIndex(access.storage(), newKey, value);
            }
            return;
        }
        if (was) {
            remove(oldValues, oldKey);
        }
        if (is) {
            put(newValues, newKey, after, rowid);
        }
    }

    /// For ON CONFLICT: the rowid of the row that has the key of a new one, -1 when none has. The key stays
    /// locked.
    long conflicting(Object[] row) {
        if (!covers(row)) {
            return -1;
        }
        Object[] values = keyValues(row);
        boolean hasNull = JoinKeys.hasNull(values);
        if (!access.exact(hasNull)) {
            return -1;
        }
        byte[] value = run.execution().transaction().lockUniqueKey(access.storage(), access.key(values, 0));
        return value == null ? -1 : IndexAccess.rowid(value, 0);
    }
}
