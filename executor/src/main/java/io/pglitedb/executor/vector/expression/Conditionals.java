package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// CASE and COALESCE: each part sees the rows that come to it only.
final class Conditionals {
    private Conditionals() {}

    /// @param conditions as many as results
    record Case(
            List<VectorExpression> conditions,
            List<VectorExpression> results,
            VectorExpression otherwise,
            VectorForm form)
            implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            Pieces pieces = new Pieces(form, batch.length());
            Selection remaining = rows;
            for (int i = 0; i < conditions.size() && !remaining.isEmpty(); i++) {
                Selection hit = conditions.get(i).select(batch, remaining);
                if (!hit.isEmpty()) {
                    pieces.add(results.get(i).evaluate(batch, hit), hit);
                    remaining = remaining.minus(hit);
                }
            }
            if (!remaining.isEmpty()) {
                pieces.add(otherwise.evaluate(batch, remaining), remaining);
            }
            return pieces.merge();
        }
    }

    record Coalesce(List<VectorExpression> arguments, VectorForm form) implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            Pieces pieces = new Pieces(form, batch.length());
            Selection remaining = rows;
            for (VectorExpression argument : arguments) {
                if (remaining.isEmpty()) {
                    break;
                }
                Vector values = argument.evaluate(batch, remaining);
                Selection present = remaining.without(values.nulls());
                pieces.add(values, present);
                remaining = present == remaining ? Truth.NOTHING : remaining.minus(present);
            }
            return pieces.merge();
        }
    }
}
