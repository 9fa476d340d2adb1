package io.pglitedb.executor.vector.stage;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/// New columns from those of the input.
public final class ProjectStage implements VectorOperator {
    private final VectorOperator input;
    private final List<VectorExpression> expressions;

    public ProjectStage(VectorOperator input, List<VectorExpression> expressions) {
        this.input = input;
        this.expressions = expressions;
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Batch next() {
        Batch batch = input.next();
        if (batch == null) {
            return null;
        }
        List<Vector> columns = new ArrayList<>(expressions.size());
        for (VectorExpression expression : expressions) {
            columns.add(expression.evaluate(batch, batch.selection()));
        }
        return new Batch(columns, batch.length(), batch.selection());
    }

    @Override
    public void close() {
        input.close();
    }
}
