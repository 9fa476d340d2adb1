package io.pglitedb.executor.row.sort;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.RowOrder;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.RowSize;
import io.pglitedb.executor.row.subplan.Dependencies;
import io.pglitedb.planner.plan.PlanNode;
import java.util.Iterator;
import java.util.List;

/// All rows of the input in order. What is sorted is kept for a rescan that would give the same rows.
public final class SortOperator implements Operator {
    /// A top-N sort above so many rows is a whole sort, which can spill.
    private static final int TOP_ROWS_MAX = 10_000;

    private final Run run;
    private final Operator input;
    private final RowOrder order;
    private final RowSerializer serializer;
    /// Rows that are read at most, -1 when unknown.
    private long rowsMax;
    private final boolean tracked;
    private final Dependencies dependencies;

    private RowSorter sorter;
    private Iterator<Object[]> top;
    private long topBytes;
    private long stamp;
    private boolean sorted;

    public SortOperator(PlanNode.Sort sort, BuildContext context) {
        run = context.run();
        input = context.build(sort.input());
        order = new RowOrder(sort.keys(), sort.columns(), context.operators());
        serializer = context.serializer(sort.columns());
        rowsMax = sort.rowsMax();
        tracked = context.tracksProvenance();
        dependencies = Dependencies.of(sort, context);
    }

    /// Says how many rows will be read at most; -1 for all. To be called before `open` or `rescan`.
    void want(long rows) {
        if (rows != rowsMax) {
            rowsMax = rows;
            sorted = false;
        }
    }

    @Override
    public void open() {
        sorted = false;
    }

    @Override
    public Object[] next() {
        if (!sorted) {
            sort();
        }
        return top != null ? top.hasNext() ? top.next() : null : sorter.next();
    }

    private void sort() {
        sorted = true;
        top = null;
        stamp = dependencies.stamp();
        input.open();
        if (rowsMax >= 0 && rowsMax <= TOP_ROWS_MAX) {
            TopRows rows = new TopRows(order, (int) rowsMax);
            for (Object[] row = input.next(); row != null; row = input.next()) {
                rows.add(row);
            }
            List<Object[]> kept = rows.sorted();
            topBytes = kept.stream().mapToLong(RowSize::of).sum();
            top = kept.iterator();
        } else {
            long budget = tracked ? Long.MAX_VALUE : run.execution().workMemBytes();
            sorter = new RowSorter(order, serializer, run.execution().spillDirectory(), budget);
            for (Object[] row = input.next(); row != null; row = input.next()) {
                sorter.add(row);
            }
            sorter.startReading();
        }
        input.close();
    }

    @Override
    public void report(Report report) {
        if (sorted && top != null) {
            report.sorted("top-N heapsort", topBytes, false);
        } else if (sorted) {
            long onDisk = sorter.bytesOnDisk();
            report.sorted(
                    onDisk > 0 ? "external merge" : "quicksort",
                    onDisk > 0 ? onDisk : sorter.bytesInMemory(),
                    onDisk > 0);
        }
    }

    @Override
    public void rescan() {
        if (sorted && sorter != null && stamp == dependencies.stamp()) {
            sorter.startReading();
        } else {
            close();
        }
    }

    @Override
    public void close() {
        input.close();
        if (sorter != null) {
            sorter.close();
            sorter = null;
        }
        top = null;
        sorted = false;
    }
}
