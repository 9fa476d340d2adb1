package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.BatchSize;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import java.util.List;

/// All rows of a table that satisfy a condition.
public final class TableScan implements VectorOperator {
    private final Run run;
    private final TableSource source;
    private final TableSource.Request request;
    /// Null for none.
    private final VectorExpression filter;
    private final List<ScanFilter> runtimeFilters;

    /// Null for a scan of the whole table; else what the next `open` reads, of a scan that has begun.
    private RowRange part;
    private TableSource.Batches batches;
    private BatchSize size;

    public TableScan(
            PlanNode.SeqScan scan,
            TableSource source,
            VectorExpression filter,
            List<ScanFilter> runtimeFilters,
            Run run) {
        this.run = run;
        this.runtimeFilters = runtimeFilters;
        this.source = source;
        this.request =
                new TableSource.Request(scan.table().table(), scan.table().attributes(), scan.filter());
        this.filter = filter;
    }

    public ScanPruning pruning() {
        return source.pruning();
    }

    @Override
    public void open() {
        size = new BatchSize();
        runtimeFilters.forEach(ScanFilter::open);
        if (part == null) {
            begin();
        }
        batches = source.open(request, part == null ? RowRange.ALL : part, run);
    }

    /// What threads can share among them.
    public List<RowRange> split() {
        return source.split(request, run);
    }

    /// Notes that copies of this scan begin to read ranges.
    public void begin() {
        source.begin(request, run);
    }

    /// Says what the next `open` reads.
    public void read(RowRange range) {
        part = range;
    }

    @Override
    public Batch next() {
        while (true) {
            run.checkCancellation();
            Batch batch = batches.next(size.next());
            if (batch == null) {
                return null;
            }
            Selection kept = filter == null ? batch.selection() : filter.select(batch, batch.selection());
            for (ScanFilter runtimeFilter : runtimeFilters) {
                kept = runtimeFilter.select(batch, kept);
            }
            if (!kept.isEmpty()) {
                return batch.select(kept);
            }
        }
    }

    @Override
    public void close() {
        if (batches != null) {
            batches.close();
            batches = null;
        }
    }
}
