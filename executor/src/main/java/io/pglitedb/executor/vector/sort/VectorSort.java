package io.pglitedb.executor.vector.sort;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.RowOrder;
import io.pglitedb.executor.row.sort.TopRows;
import io.pglitedb.executor.row.spill.RowSize;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.block.Blocks;
import io.pglitedb.executor.vector.block.KeptRows;
import io.pglitedb.executor.vector.bridge.RowBatches.RowCollector;
import io.pglitedb.executor.vector.spill.BatchCodec;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Iterator;
import java.util.List;

/// All rows of the input in order, or the first of them. Beyond `work_mem` sorted runs go to files.
public final class VectorSort implements VectorOperator {
    /// A top-N sort above so many rows is a whole sort, which can spill.
    private static final int TOP_ROWS_MAX = 10_000;

    private final Run run;
    private final VectorOperator input;
    private final List<KeyOrder> keys;
    private final RowOrder order;
    private final BatchCodec codec;
    private final long plannedMax;

    /// Rows that are read at most, -1 when unknown.
    private long rowsMax;
    private boolean sorted;
    private Iterator<Object[]> top;
    private RowCollector topBatches;
    /// Null unless all rows are in memory.
    private Blocks blocks;
    private int[] handles;
    private long given;
    private SortedRuns runs;
    private SortedRuns.Merge merge;
    private String method;
    private long bytes;

    public VectorSort(PlanNode.Sort sort, VectorOperator input, BuildContext context) {
        this.run = context.run();
        this.input = input;
        codec = new BatchCodec(sort.columns(), context);
        keys = sort.keys().stream()
                .map(key -> new KeyOrder(key, sort.columns(), codec.forms().get(key.slot()), context.operators()))
                .toList();
        order = new RowOrder(sort.keys(), sort.columns(), context.operators());
        plannedMax = sort.rowsMax();
        rowsMax = plannedMax;
    }

    @Override
    public void want(long rows) {
        rowsMax = rows;
    }

    @Override
    public void open() {
        close();
    }

    @Override
    public Batch next() {
        if (!sorted) {
            sorted = true;
            input.open();
            if (rowsMax >= 0 && rowsMax <= TOP_ROWS_MAX) {
                sortTop();
            } else {
                sortAll();
            }
            input.close();
        }
        if (top != null) {
            return topBatches.collect(() -> top.hasNext() ? top.next() : null, Vector.LENGTH_MAX);
        }
        long left = rowsMax < 0 ? Vector.LENGTH_MAX : rowsMax - given;
        int wanted = (int) Math.min(left, Vector.LENGTH_MAX);
        if (wanted == 0) {
            return null;
        }
        Batch batch;
        if (merge != null) {
            batch = merge.next(wanted);
        } else {
            int from = (int) given;
            int to = Math.min(handles.length, from + wanted);
            batch = from == to ? null : blocks.gather(handles, from, to);
        }
        given += batch == null ? 0 : batch.rowCount();
        return batch;
    }

    private void sortTop() {
        TopRows rows = new TopRows(order, (int) rowsMax);
        TopRowFilter filter = new TopRowFilter(keys, codec.forms());
        for (Batch batch = input.next(); batch != null; batch = input.next()) {
            run.checkCancellation();
            Object[] last = rows.last();
            Selection candidates = last == null ? batch.selection() : filter.before(last, batch);
            for (int index = 0; index < candidates.count(); index++) {
                rows.add(ownedRow(batch, candidates.row(index)));
            }
        }
        List<Object[]> kept = rows.sorted();
        method = "top-N heapsort";
        bytes = kept.stream().mapToLong(RowSize::of).sum();
        top = kept.iterator();
        topBatches = new RowCollector(codec.forms());
    }

    /// Texts are copied: one that is kept would hold the bytes of a whole batch.
    private static Object[] ownedRow(Batch batch, int row) {
        Object[] values = batch.row(row);
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Utf8 text) {
                values[column] = new Utf8(text.toByteArray());
            }
        }
        return values;
    }

    private void sortAll() {
        KeptRows rows = new KeptRows(codec.forms());
        runs = new SortedRuns(codec, keys, run);
        long bytesMax = run.execution().workMemBytes();
        long each = BlockSort.bytesPerRow(keys);
        for (Batch batch = input.next(); batch != null; batch = input.next()) {
            run.checkCancellation();
            rows.add(batch);
            if (rows.bytes() + rows.rowCount() * each > bytesMax) {
                spill(rows);
            }
        }
        if (runs.isEmpty()) {
            method = "quicksort";
            bytes = rows.bytes() + rows.rowCount() * each;
            blocks = rows.take();
            handles = BlockSort.sort(blocks, keys, run);
            return;
        }
        if (rows.rowCount() > 0) {
            spill(rows);
        }
        merge = runs.merge();
        method = "external merge";
        bytes = runs.bytesOnDisk();
    }

    private void spill(KeptRows rows) {
        Blocks taken = rows.take();
        runs.add(taken, BlockSort.sort(taken, keys, run));
    }

    @Override
    public void report(Operator.Report report) {
        if (method != null) {
            report.sorted(method, bytes, merge != null);
        }
    }

    @Override
    public void close() {
        input.close();
        if (runs != null) {
            runs.close();
            runs = null;
        }
        merge = null;
        blocks = null;
        handles = null;
        top = null;
        method = null;
        given = 0;
        sorted = false;
    }
}
