package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.ValueType;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A foreign key seen from its own table: a new or changed row needs its partner.
final class ReferencingCheck {
    private static final char MATCH_FULL = 'f';

    private final ConstraintDef constraint;
    private final TableDef table;
    private final ReferencedKey referenced;
    private final KeyConversion[] conversions;
    private final ValueType[] types;
    private final BitSet slots = new BitSet();
    private final ForeignKeyViolation violation;
    private final RowReader reader;
    private final PendingChecks<Entry> pending;

    /// @param values of the constraint's columns
    private record Entry(long rowid, Object[] values) {}

    ReferencingCheck(ConstraintDef constraint, TableDef table, FunctionBinder binder) {
        this.constraint = constraint;
        this.table = table;
        referenced = new ReferencedKey(constraint, binder);
        int width = constraint.columns().size();
        conversions = new KeyConversion[width];
        types = new ValueType[width];
        for (int i = 0; i < width; i++) {
            int column = constraint.columns().get(i);
            int type = table.columns().get(column - 1).type();
            slots.set(column - 1);
            types[i] = binder.session().type(type);
            conversions[i] =
                    KeyConversion.require(type, referenced.column(constraint, i).type(), binder);
        }
        violation = new ForeignKeyViolation(constraint, table, referenced.table(), binder.catalog(), binder.session());
        reader = new RowReader(table, constraint.columns(), binder.session());
        pending = new PendingChecks<>(
                (deferred, check) -> deferred.forConstraint(
                        constraint.oid(), constraint.deferrable(), constraint.initiallyDeferred(), check),
                this::check);
    }

    private Object[] values(Object[] row) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[constraint.columns().get(i) - 1];
        }
        return values;
    }

    void inserted(Execution execution, Object[] row, long rowid) {
        Object[] values = values(row);
        if (!JoinKeys.hasNull(values) || constraint.match() == MATCH_FULL) {
            pending.add(execution, new Entry(rowid, values));
        }
    }

    void updated(Execution execution, Object[] before, Object[] after, long rowid, BitSet changed) {
        if (changed.intersects(slots) && !same(values(before), values(after))) {
            inserted(execution, after, rowid);
        }
    }

    private boolean same(Object[] left, Object[] right) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] == null || right[i] == null ? left[i] != right[i] : !types[i].equal(left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    private void check(Execution execution, List<Entry> entries) {
        Set<List<Object>> locked = new HashSet<>();
        for (Entry entry : entries) {
            execution.cancellation().check();
            if (stands(execution.transaction(), entry)) {
                check(execution.transaction(), entry.values, locked);
            }
        }
    }

    /// A row that was changed or deleted since has a check of its own, or needs none.
    private boolean stands(Transaction transaction, Entry entry) {
        byte[] stored = transaction.newestRow(table.storage(), entry.rowid);
        return stored != null && same(entry.values, reader.read(entry.rowid, stored));
    }

    private void check(Transaction transaction, Object[] values, Set<List<Object>> locked) {
        if (JoinKeys.hasNull(values)) {
            for (Object value : values) {
                if (value != null) {
                    throw violation.mixedNulls();
                }
            }
            return;
        }
        Object[] key = new Object[values.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = conversions[i].apply(values[i]);
            if (key[i] == KeyConversion.IMPOSSIBLE) {
                throw violation.absent(values);
            }
        }
        // Values that are the same objects' equals need one look; others that only compare equal are looked up again.
        List<Object> known = List.of(key);
        if (!locked.contains(known)) {
            if (!referenced.lock(transaction, key)) {
                throw violation.absent(values);
            }
            locked.add(known);
        }
    }
}
