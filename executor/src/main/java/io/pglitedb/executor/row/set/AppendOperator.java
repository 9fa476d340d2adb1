package io.pglitedb.executor.row.set;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.planner.plan.PlanNode;
import java.util.List;

/// The rows of one input after the other; each is opened when its turn comes.
public final class AppendOperator implements Operator {
    private final Operator[] inputs;
    private int current;
    private boolean opened;

    public AppendOperator(List<PlanNode> inputs, BuildContext context) {
        this.inputs = inputs.stream().map(context::build).toArray(Operator[]::new);
    }

    @Override
    public void open() {
        current = 0;
        opened = false;
    }

    @Override
    public Object[] next() {
        while (current < inputs.length) {
            if (!opened) {
                inputs[current].open();
                opened = true;
            }
            Object[] row = inputs[current].next();
            if (row != null) {
                return row;
            }
            inputs[current++].close();
            opened = false;
        }
        return null;
    }

    @Override
    public void close() {
        for (Operator input : inputs) {
            input.close();
        }
    }
}
