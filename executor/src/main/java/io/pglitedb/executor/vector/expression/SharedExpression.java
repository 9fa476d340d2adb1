package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// An expression that is asked for the same rows of a batch several times in a row, and computes them once.
final class SharedExpression implements VectorExpression {
    private final VectorExpression expression;
    private Batch batch;
    private Selection rows;
    private Vector values;

    SharedExpression(VectorExpression expression) {
        this.expression = expression;
    }

    @Override
    public Vector evaluate(Batch of, Selection wanted) {
        if (of != batch || wanted != rows) {
            values = null;
            values = expression.evaluate(of, wanted);
            batch = of;
            rows = wanted;
        }
        return values;
    }
}
