package io.pglitedb.executor.vector.expression;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;

/// What has no kernel: evaluated for one row after the other.
final class RowwiseExpression implements VectorExpression {
    private final Evaluator evaluator;
    private final RowView view;
    private final VectorForm form;

    RowwiseExpression(Evaluator evaluator, RowView view, VectorForm form) {
        this.evaluator = evaluator;
        this.view = view;
        this.form = form;
    }

    @Override
    public Vector evaluate(Batch batch, Selection rows) {
        VectorBuilder values = VectorBuilder.of(form, batch.length());
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            while (values.length() < row) {
                values.appendNull();
            }
            values.append(evaluator.evaluate(view.row(batch, row)));
        }
        while (values.length() < batch.length()) {
            values.appendNull();
        }
        return values.build();
    }
}
