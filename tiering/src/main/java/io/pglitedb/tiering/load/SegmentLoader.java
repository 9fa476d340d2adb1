package io.pglitedb.tiering.load;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.tiering.cold.CarrierForms;
import io.pglitedb.tiering.cold.RowLayout;
import io.pglitedb.tiering.convert.FaultPoint;

/// Writes rows that a statement inserts straight into segments, inside its transaction. Index entries and checks
/// are the caller's business.
/// ```
///   claim rowids ─▶ rows, 1,024 at a time ─▶ `SegmentThread` writes files ─▶ finish: manifest keys among the
///   (row store)     (the session's thread)                                   transaction's writes
/// ```
/// Before `finish` nobody can read the rows; it comes by itself before the transaction begins another command, so
/// that no function that the statement calls misses them. When the transaction, or a savepoint around, is rolled
/// back, the files go.
public final class SegmentLoader implements AutoCloseable {
    private final RowStore store;
    private final ColumnStore columns;
    private final FaultPoint.Hook hook;
    private final Transaction transaction;
    private final int relation;
    private final CarrierForms forms;
    private final Runnable beforeCommand = this::finish;
    private final SegmentThread thread;
    private long nextRowid;
    private long endRowid;
    private RowBatch batch;
    private boolean finished;

    public SegmentLoader(
            RowStore store,
            ColumnStore columns,
            FaultPoint.Hook hook,
            Transaction transaction,
            TableDef table,
            CatalogView view) {
        this.store = store;
        this.columns = columns;
        this.hook = hook;
        this.transaction = transaction;
        this.relation = table.storage();
        RowLayout layout = RowLayout.of(table, view);
        this.forms = CarrierForms.of(table, layout, view);
        this.thread = new SegmentThread(columns, layout, transaction.id());
        transaction.beforeNextCommand(beforeCommand);
    }

    /// Takes the next row, of all columns of the table, dropped ones included; its array is not the caller's any
    /// more, but may be read.
    ///
    /// @return the row's rowid
    public long append(Object[] row) {
        if (nextRowid == endRowid) {
            begin();
        }
        long rowid = nextRowid++;
        if (batch == null) {
            batch = new RowBatch(rowid);
        }
        batch.add(forms.apply(row));
        if (batch.isFull()) {
            thread.put(batch);
            batch = null;
        }
        return rowid;
    }

    private void begin() {
        endSegment();
        int number;
        do {
            nextRowid = store.reserveRowids(relation, (int) Tiering.SEGMENT_ROWIDS);
            endRowid = nextRowid + Tiering.SEGMENT_ROWIDS;
            number = transaction.claimSegment(relation, nextRowid, endRowid - 1);
        } while (number == 0);
        int claimed = number;
        transaction.afterRollback(() -> columns.delete(claimed));
        hook.reached(FaultPoint.LOAD_BEGUN);
        thread.put(new SegmentThread.Begin(claimed));
    }

    private void endSegment() {
        if (batch != null) {
            thread.put(batch);
            batch = null;
        }
        thread.put(SegmentThread.End.INSTANCE);
    }

    /// Whether it takes no more rows.
    public boolean isFinished() {
        return finished;
    }

    /// Makes the rows what the transaction has written. A second call does nothing.
    public void finish() {
        if (finished) {
            return;
        }
        finished = true;
        endSegment();
        for (SegmentThread.Written segment : thread.finish()) {
            hook.reached(FaultPoint.LOAD_WRITTEN);
            transaction.addSegment(
                    relation,
                    new ManifestEntry(
                            segment.firstRowid(), segment.lastRowid(), segment.number(), segment.descriptor()));
        }
        close();
    }

    /// Gives up what is not finished.
    @Override
    public void close() {
        finished = true;
        transaction.notBeforeNextCommand(beforeCommand);
        thread.close();
    }
}
