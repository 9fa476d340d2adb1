package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.tiering.load.SegmentLoader;

/// New rows of one table, inserted by one statement: the first ones go into the transaction's writes, those past
/// `pglitedb.bulk_load_rows` into segments, which are there once `finish` was called. Used by one thread.
public final class NewRows implements AutoCloseable {
    /// So many rows take rowids one by one, which leaves no gaps; those behind them take more at once.
    private static final int SINGLE_ROWIDS = 4_096;

    private static final int BLOCK = 256;

    /// Stores a row under a rowid.
    public interface Store {
        void put(Object[] row, long rowid);
    }

    private final TableDef table;
    private final Execution execution;
    private final Store store;
    private final long rowsBefore;
    private long count;
    private long nextRowid;
    private long rowidsLeft;
    /// Null unless rows go into segments now.
    private SegmentLoader loader;

    /// @param mayLoad whether the statement asks for no more than that the rows are there at its end
    public NewRows(TableDef table, Execution execution, Store store, boolean mayLoad) {
        this.table = table;
        this.execution = execution;
        this.store = store;
        this.rowsBefore = mayLoad && execution.loads().rowsBefore() >= 0
                ? execution.loads().rowsBefore()
                : Long.MAX_VALUE;
    }

    /// Stores a row of all columns, dropped ones included; the array is not the caller's any more, but may be
    /// read.
    ///
    /// @return its rowid
    public long put(Object[] row) {
        if (count == rowsBefore) {
            loader = execution.loads().begin(table, execution);
        }
        count++;
        if (loader != null && !loader.isFinished()) {
            return loader.append(row);
        }
        long rowid = nextRowid();
        store.put(row, rowid);
        return rowid;
    }

    private long nextRowid() {
        if (rowidsLeft == 0) {
            int block = count <= SINGLE_ROWIDS ? 1 : BLOCK;
            nextRowid = execution.store().reserveRowids(table.storage(), block);
            rowidsLeft = block;
        }
        rowidsLeft--;
        return nextRowid++;
    }

    public long count() {
        return count;
    }

    /// All rows are among the transaction's writes afterwards.
    public void finish() {
        if (loader != null) {
            loader.finish();
        }
    }

    @Override
    public void close() {
        if (loader != null) {
            loader.close();
        }
    }
}
