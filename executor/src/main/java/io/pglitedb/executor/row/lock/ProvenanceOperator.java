package io.pglitedb.executor.row.lock;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.planner.plan.PlanNode;
import java.util.Arrays;

/// Marks the rows of a leaf with where they come from.
public final class ProvenanceOperator implements Operator {
    private final PlanNode node;
    private final Operator input;
    private final int width;

    public ProvenanceOperator(PlanNode node, Operator input) {
        this.node = node;
        this.input = input;
        this.width = node.columns().size();
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] row = input.next();
        if (row == null) {
            return null;
        }
        Object[] marked = Arrays.copyOf(row, width + 1);
        marked[width] = new Provenance.Leaf(node, row);
        return marked;
    }

    @Override
    public void rescan() {
        input.rescan();
    }

    @Override
    public void close() {
        input.close();
    }
}
