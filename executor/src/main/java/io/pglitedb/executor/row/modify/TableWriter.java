package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.RowCheck;

/// Inserts rows into a table without a plan, with all the checks that INSERT makes: for CREATE TABLE AS and
/// tools. Belongs to one execution; checks that wait for the end of the statement go to its `deferred`. Used by
/// one thread.
public final class TableWriter implements AutoCloseable {
    private final RowWriter rows;
    private final NewRows newRows;

    public TableWriter(ModifyTarget target, Execution execution) {
        rows = new StandaloneWriter(target, execution).rows;
        rows.withoutTriggers();
        newRows = rows.newRows(true);
    }

    /// @param row one value a column of the table, dropped ones included (null); generated columns are filled in.
    ///     Not the caller's any more
    public void insert(Object[] row) {
        rows.prepare(row, RowCheck.Kind.INSERT);
        rows.inserted(row, newRows.put(row));
    }

    /// To be called when all rows were inserted.
    public void finish() {
        newRows.finish();
    }

    /// Rows inserted so far.
    public long count() {
        return newRows.count();
    }

    @Override
    public void close() {
        newRows.close();
    }
}
