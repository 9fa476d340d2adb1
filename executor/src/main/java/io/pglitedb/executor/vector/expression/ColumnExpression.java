package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// A column of the batch.
record ColumnExpression(int column) implements VectorExpression {
    @Override
    public Vector evaluate(Batch batch, Selection rows) {
        return batch.column(column);
    }
}
