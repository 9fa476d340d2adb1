package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
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
    private final IndexKeys keys;
    /// Null but for that of an exclusion constraint.
    private final ExclusionCheck exclusion;
    /// Null when the index enforces none.
    private final ConstraintDef constraint;
    private final UniqueViolation violation;
    /// Slots of the row that an entry depends on.
    private final BitSet slots = new BitSet();

    IndexWriter(ModifyTarget.IndexTarget target, TableDef table, ExpressionCompiler compiler, Run run) {
        this.run = run;
        this.access = new IndexAccess(target.index(), table, compiler.binder().session());
        this.keys = new IndexKeys(target, compiler);
        this.exclusion = target.index().exclusion() && target.constraint() != null
                ? new ExclusionCheck(target, table, keys, compiler, run)
                : null;
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
                && !keys.isPartial()
                && definition().keys().stream().allMatch(key -> key.column() != 0);
    }

    /// Slots of the key's columns, of an index that is referable.
    BitSet keySlots() {
        BitSet keySlots = new BitSet();
        definition().keys().forEach(key -> keySlots.set(key.column() - 1));
        return keySlots;
    }

    /// False for an access method whose index is an object of the catalog only.
    private boolean hasEntries() {
        return access.storage() != 0;
    }

    void insert(Object[] row, long rowid) {
        if (keys.covers(row)) {
            Object[] values = keys.of(row);
            if (hasEntries()) {
                put(values, access.key(values, rowid), row, rowid);
            }
            exclude(values, rowid);
        }
    }

    private void exclude(Object[] values, long rowid) {
        if (exclusion != null) {
            exclusion.check(values, rowid);
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
        if (hasEntries() && keys.covers(row)) {
            Object[] values = keys.of(row);
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
        if (!hasEntries()) {
            if (keys.covers(after)) {
                exclude(keys.of(after), rowid);
            }
            return;
        }
        boolean was = keys.covers(before);
        boolean is = keys.covers(after);
        Object[] oldValues = was ? keys.of(before) : null;
        Object[] newValues = is ? keys.of(after) : null;
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
            exclude(newValues, rowid);
        }
    }

    /// For ON CONFLICT: the rowid of the row that has the key of a new one, -1 when none has. The key stays
    /// locked.
    long conflicting(Object[] row) {
        if (!keys.covers(row)) {
            return -1;
        }
        Object[] values = keys.of(row);
        if (exclusion != null) {
            return constraint.deferrable() ? -1 : exclusion.conflicting(values, -1);
        }
        boolean hasNull = JoinKeys.hasNull(values);
        if (!access.exact(hasNull)) {
            return -1;
        }
        byte[] value = run.execution().transaction().lockUniqueKey(access.storage(), access.key(values, 0));
        return value == null ? -1 : IndexAccess.rowid(value, 0);
    }
}
