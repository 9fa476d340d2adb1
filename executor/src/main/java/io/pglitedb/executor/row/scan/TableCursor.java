package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.statistics.TableCounters;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.SerialReads;

/// One run through all rows of a table that a run sees, in order of rowids: counted for the statistics, and noted
/// where SERIALIZABLE watches what is read.
public final class TableCursor implements AutoCloseable {
    private final TableCounters counters;
    /// Null without storage, and at the end: it is not to be asked again.
    private RowCursor cursor;
    private long read;

    public TableCursor(TableDef table, Run run) {
        this(table, 0, Long.MAX_VALUE, run);
        begin(table, run);
    }

    /// A part of a run that has begun.
    ///
    /// @param to the rowid behind the last one
    public TableCursor(TableDef table, long from, long to, Run run) {
        Execution execution = run.execution();
        counters = counters(table, execution);
        cursor = table.storage() == 0
                ? null
                : execution.transaction().scanRows(execution.view(), table.storage(), from, to, Direction.FORWARD);
    }

    /// Notes that a run through the table begins.
    public static void begin(TableDef table, Run run) {
        counters(table, run.execution()).countScan();
        SerialReads reads = run.serialReads(table);
        if (reads != null) {
            reads.relation(table.storage());
        }
    }

    private static TableCounters counters(TableDef table, Execution execution) {
        return execution.activity().of(execution.catalog().databaseOid(), table.oid());
    }

    /// The cursor, on the next row; null after the last.
    public RowCursor next() {
        if (cursor != null) {
            if (cursor.next()) {
                read++;
                return cursor;
            }
            end();
        }
        return null;
    }

    /// Of the row that it is on.
    public long rowid() {
        return cursor.rowid();
    }

    private void end() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
            counters.countReturned(read);
        }
    }

    @Override
    public void close() {
        end();
    }
}
