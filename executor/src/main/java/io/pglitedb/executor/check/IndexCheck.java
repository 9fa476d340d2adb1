package io.pglitedb.executor.check;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.Snapshot;
import java.util.Arrays;

/// Whether the entries of one index are those of its table's rows. Each row is asked for its entry; when there
/// are as many entries as rows that have one, no entry is too many. Otherwise each entry is asked for its row.
final class IndexCheck {
    private final Snapshot snapshot;
    private final int tableStorage;
    private final IndexAccess access;
    private final Evaluator[] keys;
    /// Null unless the index is partial.
    private final Evaluator predicate;
    private final RowReader reader;
    private final Findings findings;
    private long expected;

    IndexCheck(
            ModifyTarget.IndexTarget target,
            RowReader reader,
            ExpressionCompiler compiler,
            Snapshot snapshot,
            Findings findings) {
        this.snapshot = snapshot;
        this.tableStorage = reader.table().storage();
        this.access = new IndexAccess(
                target.index(), reader.table(), compiler.binder().session());
        this.keys = compiler.compileAll(target.keys()).toArray(new Evaluator[0]);
        this.predicate = compiler.compileOptional(target.predicate());
        this.reader = reader;
        this.findings = findings;
    }

    private boolean covers(Object[] row) {
        return predicate == null || Boolean.TRUE.equals(predicate.evaluate(row));
    }

    private Object[] keys(Object[] row) {
        Object[] values = new Object[keys.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys[i].evaluate(row);
        }
        return values;
    }

    void row(long rowid, Object[] row) {
        if (!covers(row)) {
            return;
        }
        expected++;
        byte[] value = snapshot.getIndex(access.storage(), access.key(keys(row), rowid));
        if (value == null) {
            findings.damage("row %d has no entry", rowid);
        } else if (IndexAccess.rowid(value, 0) != rowid) {
            findings.damage("row %d has the same key as row %d", rowid, IndexAccess.rowid(value, 0));
        } else if (!Arrays.equals(value, access.value(rowid, row))) {
            findings.damage("the entry of row %d has other included values than the row", rowid);
        }
    }

    /// After all rows.
    void finish() {
        long count = 0;
        try (IndexCursor entries = snapshot.scanIndex(access.storage(), null, null, Direction.FORWARD)) {
            while (entries.next()) {
                count++;
            }
        }
        boolean unsureOfDuplicates =
                access.definition().unique() && !access.definition().immediate();
        if (count != expected || findings.any() || unsureOfDuplicates) {
            walk();
        }
        findings.finish();
    }

    private void walk() {
        byte[] before = null;
        long rowidBefore = 0;
        try (IndexCursor entries = snapshot.scanIndex(access.storage(), null, null, Direction.FORWARD)) {
            while (entries.next()) {
                long rowid = IndexAccess.rowid(entries.value(), entries.valueOffset());
                byte[] key = Arrays.copyOfRange(
                        entries.key(), entries.keyOffset(), entries.keyOffset() + entries.keyLength());
                Object[] values = valuesOfEntry(rowid, key);
                byte[] prefix =
                        values != null && access.demandsUnique(JoinKeys.hasNull(values)) ? access.prefix(values) : null;
                if (prefix != null && Arrays.equals(prefix, before)) {
                    findings.damage("row %d has the same key as row %d", rowid, rowidBefore);
                }
                before = prefix;
                rowidBefore = rowid;
            }
        }
    }

    /// The key of the row that the entry points at; null when the entry is none of its own.
    private Object[] valuesOfEntry(long rowid, byte[] key) {
        byte[] stored = snapshot.get(tableStorage, rowid);
        if (stored == null) {
            findings.damage("an entry points at row %d, which does not exist", rowid);
            return null;
        }
        Object[] row;
        try {
            row = reader.read(rowid, stored);
        } catch (RuntimeException unreadable) {
            return null; // The table's check has told of it.
        }
        if (!covers(row)) {
            findings.damage("an entry points at row %d, which is outside of the index's predicate", rowid);
            return null;
        }
        Object[] values = keys(row);
        if (!Arrays.equals(key, access.key(values, rowid))) {
            findings.damage("an entry points at row %d, which has another key", rowid);
            return null;
        }
        return values;
    }
}
