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
        Execution execution = run.execution();
        counters = execution.activity().of(execution.catalog().databaseOid(), table.oid());
        counters.countScan();
        SerialReads reads = run.serialReads(table);
        if (reads != null) {
            reads.relation(table.storage());
        }
        cursor = table.storage() == 0
                ? null
                : execution
                        .transaction()
                        .scanRows(execution.view(), table.storage(), 0, Long.MAX_VALUE, Direction.FORWARD);
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
