package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// A compiled expression. May keep state; belongs to one thread.
public interface VectorExpression {
    /// Values for the rows selected, in a vector as long as the batch; its other rows hold anything.
    Vector evaluate(Batch batch, Selection rows);

    /// The rows selected for which the expression, which is boolean, is true: not false and not NULL.
    default Selection select(Batch batch, Selection rows) {
        return Truth.of(evaluate(batch, rows), rows);
    }
}
