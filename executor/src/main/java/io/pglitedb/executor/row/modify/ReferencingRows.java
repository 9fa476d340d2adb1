package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.key.StoreKey;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashSet;
import java.util.List;

/// Finds the rows that point to a key, by an index on the referencing columns when there is one.
final class ReferencingRows {
    private final TableDef table;
    private final RowReader reader;
    /// `referenced = referencing`, one a column.
    private final BoundFunction[] equalities;
    /// Null when all rows have to be looked at.
    private final IndexAccess index;
    /// For each of the index's first key columns, which column of the constraint it is.
    private final int[] order;
    private final KeyConversion[] conversions;

    /// @param referencedTypes of the referenced columns
    ReferencingRows(ConstraintDef constraint, TableDef table, List<Integer> referencedTypes, FunctionBinder binder) {
        this.table = table;
        reader = new RowReader(table, constraint.columns(), binder.session());
        int width = constraint.columns().size();
        equalities = new BoundFunction[width];
        conversions = new KeyConversion[width];
        boolean convertible = true;
        for (int i = 0; i < width; i++) {
            int column = constraint.columns().get(i);
            equalities[i] = binder.bindOperator(
                    constraint.equalityOperators().get(i),
                    table.columns().get(column - 1).collation());
            conversions[i] = KeyConversion.find(
                    referencedTypes.get(i), table.columns().get(column - 1).type(), binder);
            convertible &= conversions[i] != null;
        }
        IndexDef usable = convertible ? usable(constraint, table, binder) : null;
        index = usable == null ? null : new IndexAccess(usable, table, binder.session());
        order = usable == null
                ? new int[0]
                : usable.keys().stream()
                        .limit(width)
                        .mapToInt(key -> constraint.columns().indexOf(key.column()))
                        .toArray();
    }

    /// An index of all rows whose first columns are those of the constraint, in any order.
    private static IndexDef usable(ConstraintDef constraint, TableDef table, FunctionBinder binder) {
        int width = constraint.columns().size();
        for (IndexDef candidate : binder.catalog().indexes(table.oid())) {
            if (candidate.storage() != 0
                    && candidate.valid()
                    && candidate.predicate().isEmpty()
                    && candidate.keys().size() >= width
                    && new HashSet<>(candidate.keys().stream()
                                    .limit(width)
                                    .map(IndexDef.Key::column)
                                    .toList())
                            .equals(new HashSet<>(constraint.columns()))) {
                return candidate;
            }
        }
        return null;
    }

    /// Rowids of the rows with these values.
    ///
    /// @param key of the referenced columns
    /// @param max as many are enough
    LongArrayList find(Execution execution, ReadView view, Object[] key, int max) {
        Transaction transaction = execution.transaction();
        LongArrayList found = new LongArrayList();
        if (index == null) {
            try (RowCursor rows = transaction.scanRows(view, table.storage(), 0, Long.MAX_VALUE, Direction.FORWARD)) {
                while (found.size() < max && rows.next()) {
                    execution.cancellation().check();
                    if (points(key, reader.read(rows.rowid(), rows.value(), rows.valueOffset(), rows.valueLength()))) {
                        found.add(rows.rowid());
                    }
                }
            }
            return found;
        }
        Object[] prefixValues = new Object[order.length];
        for (int i = 0; i < order.length; i++) {
            prefixValues[i] = conversions[order[i]].apply(key[order[i]]);
            if (prefixValues[i] == KeyConversion.IMPOSSIBLE) {
                return found;
            }
        }
        byte[] prefix = index.prefix(prefixValues);
        try (IndexCursor entries =
                transaction.scanIndex(view, index.storage(), prefix, StoreKey.successor(prefix), Direction.FORWARD)) {
            while (found.size() < max && entries.next()) {
                execution.cancellation().check();
                found.add(IndexAccess.rowid(entries.value(), entries.valueOffset()));
            }
        }
        return found;
    }

    /// @param row the referencing columns
    private boolean points(Object[] key, Object[] row) {
        for (int i = 0; i < equalities.length; i++) {
            if (row[i] == null || !equalities[i].test(key[i], row[i])) {
                return false;
            }
        }
        return true;
    }

    boolean points(Object[] key, long rowid, byte[] stored) {
        return points(key, reader.read(rowid, stored));
    }
}
