package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.RowStore;

/// Inserts rows into a table without a plan, with all the checks that INSERT makes: for COPY FROM, CREATE TABLE
/// AS and tools. Belongs to one execution; checks that wait for the end of the statement go to its `deferred`.
/// Used by one thread.
public final class TableWriter {
    private static final int FIRST_BLOCK = 16;
    private static final int BLOCK_MAX = 1024;

    private final RowStore store;
    private final TableDef table;
    private final RowWriter rows;
    private long nextRowid;
    private long rowidsLeft;
    private int block = FIRST_BLOCK;
    private long count;

    public TableWriter(ModifyTarget target, Execution execution) {
        store = execution.store();
        table = target.definition();
        rows = new StandaloneWriter(target, execution).rows;
        rows.withoutTriggers();
    }

    /// @param row one value a column of the table, dropped ones included (null); generated columns are filled in
    /// @return the row's rowid
    public long insert(Object[] row) {
        rows.prepare(row, RowCheck.Kind.INSERT);
        if (rowidsLeft == 0) {
            nextRowid = store.reserveRowids(table.storage(), block);
            rowidsLeft = block;
            block = Math.min(block * 2, BLOCK_MAX);
        }
        rowidsLeft--;
        long rowid = nextRowid++;
        rows.insert(row, rowid);
        count++;
        return rowid;
    }

    /// Rows inserted so far.
    public long count() {
        return count;
    }
}
