package io.pglitedb.executor.vector.bridge;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Batch;

/// Rows of the batches of a vectorized plan.
public final class BatchRows implements Operator {
    /// Of a batch where fewer than one row in so many counts, a text is copied: kept by someone, it would hold
    /// the bytes of all.
    private static final int SPARSE = 4;

    private final Run run;
    private final VectorOperator input;
    private Batch batch;
    private int next;

    public BatchRows(VectorOperator input, Run run) {
        this.run = run;
        this.input = input;
    }

    @Override
    public void open() {
        batch = null;
        next = 0;
        input.open();
    }

    @Override
    public Object[] next() {
        if (batch == null || next == batch.rowCount()) {
            run.checkCancellation();
            batch = input.next();
            next = 0;
            if (batch == null) {
                return null;
            }
        }
        Object[] row = batch.row(batch.selection().row(next++));
        if (batch.rowCount() * SPARSE < batch.length()) {
            for (int column = 0; column < row.length; column++) {
                if (row[column] instanceof Utf8 text) {
                    row[column] = new Utf8(text.toByteArray());
                }
            }
        }
        return row;
    }

    @Override
    public void close() {
        input.close();
        batch = null;
    }
}
