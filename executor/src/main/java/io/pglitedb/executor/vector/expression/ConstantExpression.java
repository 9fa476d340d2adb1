package io.pglitedb.executor.vector.expression;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;

/// An expression that reads no column: one value for a whole batch, computed only when a row asks for it.
record ConstantExpression(Evaluator evaluator, VectorForm form) implements VectorExpression {
    private static final Object[] NO_ROW = {};

    @Override
    public Vector evaluate(Batch batch, Selection rows) {
        Object value = rows.isEmpty() ? null : evaluator.evaluate(NO_ROW);
        return new ConstantVector(form, value, batch.length());
    }
}
