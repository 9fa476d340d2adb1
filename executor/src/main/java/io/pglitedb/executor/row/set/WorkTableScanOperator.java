package io.pglitedb.executor.row.set;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;

/// Reads a work table.
public final class WorkTableScanOperator implements Operator {
    private final WorkTable table;
    private final Run run;
    private int next;

    public WorkTableScanOperator(WorkTable table, Run run) {
        this.table = table;
        this.run = run;
    }

    @Override
    public void open() {
        next = 0;
    }

    @Override
    public Object[] next() {
        run.checkCancellation();
        return next < table.rows().size() ? table.rows().get(next++) : null;
    }

    @Override
    public void close() {}
}
