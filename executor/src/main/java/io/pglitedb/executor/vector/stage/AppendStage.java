package io.pglitedb.executor.vector.stage;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.vector.Batch;
import java.util.List;

/// The rows of one input after the other.
public final class AppendStage implements VectorOperator {
    private final List<VectorOperator> inputs;
    private int current;

    public AppendStage(List<VectorOperator> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public void open() {
        current = -1;
    }

    @Override
    public Batch next() {
        while (current < inputs.size()) {
            Batch batch = current < 0 ? null : inputs.get(current).next();
            if (batch != null) {
                return batch;
            }
            if (current >= 0) {
                inputs.get(current).close();
            }
            if (++current < inputs.size()) {
                inputs.get(current).open();
            }
        }
        return null;
    }

    @Override
    public void close() {
        inputs.forEach(VectorOperator::close);
    }
}
