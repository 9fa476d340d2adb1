package io.pglitedb.executor.vector.stage;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;

/// The rows for which a condition is true.
public final class FilterStage implements VectorOperator {
    private final VectorOperator input;
    private final VectorExpression condition;

    public FilterStage(VectorOperator input, VectorExpression condition) {
        this.input = input;
        this.condition = condition;
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Batch next() {
        for (Batch batch = input.next(); batch != null; batch = input.next()) {
            Batch kept = batch.select(condition.select(batch, batch.selection()));
            if (kept.rowCount() > 0) {
                return kept;
            }
        }
        return null;
    }

    @Override
    public void close() {
        input.close();
    }
}
