package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;

/// One reader of a WITH query's rows.
public final class CteScanOperator implements Operator {
    private final Run run;
    private final SharedRows rows;
    private int next;

    public CteScanOperator(SharedRows rows, Run run) {
        this.rows = rows;
        this.run = run;
    }

    @Override
    public void open() {
        next = 0;
        rows.start();
    }

    @Override
    public Object[] next() {
        run.checkCancellation();
        return rows.row(next++);
    }

    @Override
    public void close() {}
}
