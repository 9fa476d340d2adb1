package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.BatchSize;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;

/// All rows of a table that satisfy a condition.
public final class TableScan implements VectorOperator {
    private final Run run;
    private final TableSource source;
    private final TableSource.Request request;
    /// Null for none.
    private final VectorExpression filter;

    private TableSource.Batches batches;
    private BatchSize size;

    public TableScan(PlanNode.SeqScan scan, TableSource source, VectorExpression filter, Run run) {
        this.run = run;
        this.source = source;
        this.request =
                new TableSource.Request(scan.table().table(), scan.table().attributes(), scan.filter());
        this.filter = filter;
    }

    @Override
    public void open() {
        size = new BatchSize();
        batches = source.open(request, run);
    }

    @Override
    public Batch next() {
        while (true) {
            run.checkCancellation();
            Batch batch = batches.next(size.next());
            if (batch == null) {
                return null;
            }
            Batch kept = filter == null ? batch : batch.select(filter.select(batch, batch.selection()));
            if (kept.rowCount() > 0) {
                return kept;
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
