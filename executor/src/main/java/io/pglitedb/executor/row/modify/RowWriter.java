package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.row.table.TableTypes;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.statistics.ChangeTally;
import io.pglitedb.executor.trigger.RowTriggers;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.BitSet;
import java.util.List;

/// Writes rows of one table with everything that hangs on them: generated columns, constraints, index entries,
/// foreign keys. Rows have all columns of the table, dropped ones included. Locks of rows are the caller's
/// business.
final class RowWriter {
    private final Run run;
    private final TableDef table;
    private final RowCodec codec;
    private final RowReader reader;
    private final RowConstraints constraints;
    private final List<IndexWriter> indexes;
    private final ForeignKeys foreignKeys;
    private RowTriggers triggers;
    private final BitSet generatedSlots = new BitSet();
    /// Slots of columns that foreign keys may point to.
    private final BitSet referableSlots = new BitSet();
    private final ByteWriter body = new ByteWriter(256);
    private final ByteWriter scratch = new ByteWriter(256);
    private Transaction tallied;
    private ChangeTally tally;

    RowWriter(ModifyTarget target, ExpressionCompiler compiler, Run run) {
        this.run = run;
        this.table = target.definition();
        this.codec = TableTypes.codec(table, compiler.binder().session());
        this.reader = RowReader.ofAllColumns(table, compiler.binder().session());
        this.constraints = new RowConstraints(target, compiler);
        this.indexes = target.indexes().stream()
                .filter(index -> index.index().storage() != 0 || index.index().exclusion())
                .map(index -> new IndexWriter(index, table, compiler, run))
                .toList();
        this.foreignKeys = new ForeignKeys(target, compiler.binder(), run);
        this.triggers = RowTriggers.of(table, compiler);
        target.generated().forEach(column -> generatedSlots.set(column.column() - 1));
        for (IndexWriter index : indexes) {
            if (index.isReferable()) {
                referableSlots.or(index.keySlots());
            }
        }
    }

    /// What BEFORE triggers do is their callers' business, AFTER triggers are this class's.
    RowTriggers triggers() {
        return triggers;
    }

    /// For rows that are moved rather than changed.
    void withoutTriggers() {
        triggers = RowTriggers.NONE;
    }

    TableDef table() {
        return table;
    }

    List<IndexWriter> indexes() {
        return indexes;
    }

    /// All columns of a stored row.
    Object[] read(long rowid, byte[] stored) {
        return reader.read(rowid, stored);
    }

    /// Completes and checks a new row, which is changed in place; nothing is written.
    ///
    /// @param policies whose conditions it has to satisfy
    void prepare(Object[] row, RowCheck.Kind policies) {
        constraints.generate(row);
        constraints.check(policies, row);
        constraints.requireBelongs(row);
        constraints.check(row);
    }

    /// The same for a row that was found to belong to this partition.
    void prepareRouted(Object[] row, RowCheck.Kind policies) {
        constraints.generate(row);
        constraints.check(policies, row);
        constraints.check(row);
    }

    /// Whether a row that was found may be changed.
    void requireChangeable(Object[] row, RowCheck.Kind policies) {
        constraints.check(policies, row);
    }

    /// Whether the new row may stand in this partition.
    boolean belongs(Object[] row) {
        constraints.generate(row);
        return constraints.belongs(row);
    }

    private ChangeTally tally() {
        Transaction transaction = run.execution().transaction();
        if (tallied != transaction || tally.isClosed()) {
            tallied = transaction;
            tally = run.execution()
                    .activity()
                    .changes(transaction, run.execution().catalog().databaseOid(), table.oid());
        }
        return tally;
    }

    /// Writes a prepared row.
    void insert(Object[] row, long rowid) {
        write(row, rowid);
        inserted(row, rowid);
    }

    /// What hangs on a row that was written.
    void inserted(Object[] row, long rowid) {
        tally().countInsert();
        for (IndexWriter index : indexes) {
            index.insert(row, rowid);
        }
        constraints.check(RowCheck.Kind.VIEW, row);
        foreignKeys.inserted(row, rowid);
        triggers.after(Event.INSERT, null, row, null, run.execution().deferred());
    }

    /// For rows of one statement.
    NewRows newRows(boolean mayLoad) {
        return new NewRows(table, run.execution(), this::write, mayLoad);
    }

    private void write(Object[] row, long rowid) {
        body.clear();
        codec.encode(row, body, scratch);
        run.execution().transaction().putRow(table.storage(), rowid, body.array(), 0, body.size());
    }

    /// Whether a change needs the lock that keeps others from relying on the row's keys.
    boolean changesKey(Object[] before, Object[] after) {
        for (int slot = referableSlots.nextSetBit(0); slot >= 0; slot = referableSlots.nextSetBit(slot + 1)) {
            if (differs(slot, before, after)) {
                return true;
            }
        }
        return false;
    }

    private boolean differs(int slot, Object[] before, Object[] after) {
        Object a = before[slot];
        Object b = after[slot];
        return a == null || b == null ? a != b : !reader.columnType(slot).equal(a, b);
    }

    /// Writes a prepared row in place of another.
    ///
    /// @param changed slots that were given new values
    void update(Object[] before, Object[] after, long rowid, BitSet changed) {
        write(after, rowid);
        tally().countUpdate();
        BitSet touched = changed;
        if (triggers.hasBefore(Event.UPDATE)) {
            touched = new BitSet();
            touched.set(0, table.columns().size());
        } else if (!generatedSlots.isEmpty()) {
            touched = (BitSet) changed.clone();
            touched.or(generatedSlots);
        }
        for (IndexWriter index : indexes) {
            if (index.dependsOn(touched)) {
                index.update(before, after, rowid);
            }
        }
        constraints.check(RowCheck.Kind.VIEW, after);
        foreignKeys.updated(before, after, rowid, touched);
        triggers.after(Event.UPDATE, before, after, changed, run.execution().deferred());
    }

    void delete(Object[] row, long rowid) {
        run.execution().transaction().deleteRow(table.storage(), rowid);
        tally().countDelete();
        for (IndexWriter index : indexes) {
            index.delete(row, rowid);
        }
        foreignKeys.deleted(row);
        triggers.after(Event.DELETE, row, null, null, run.execution().deferred());
    }
}
