package io.pglitedb.executor.row.aggregate;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.planner.plan.PlanNode;

/// Makes the rows of an aggregation: keys, aggregates and, with grouping sets, which keys are left out.
final class GroupRow {
    private final AggregateFunction[] functions;
    private final int keyCount;
    private final boolean withMask;

    GroupRow(PlanNode.Aggregate aggregate, BuildContext context) {
        AggregateCompiler compiler = new AggregateCompiler(context);
        functions = aggregate.calls().stream().map(compiler::compile).toArray(AggregateFunction[]::new);
        keyCount = aggregate.keys().size();
        withMask = !aggregate.groupingSets().isEmpty();
    }

    /// For a new group.
    Accumulator[] start() {
        Accumulator[] accumulators = new Accumulator[functions.length];
        for (int i = 0; i < accumulators.length; i++) {
            accumulators[i] = functions[i].start();
        }
        return accumulators;
    }

    static void add(Accumulator[] accumulators, Object[] row) {
        for (Accumulator accumulator : accumulators) {
            accumulator.add(row);
        }
    }

    /// @param keys values in the order of the node's keys, NULL where left out
    /// @param mask bit k for key k left out
    Object[] finish(Object[] keys, Accumulator[] accumulators, int mask) {
        Object[] row = new Object[keyCount + accumulators.length + (withMask ? 1 : 0)];
        System.arraycopy(keys, 0, row, 0, keyCount);
        for (int i = 0; i < accumulators.length; i++) {
            row[keyCount + i] = accumulators[i].result();
            accumulators[i].close();
        }
        if (withMask) {
            row[row.length - 1] = mask;
        }
        return row;
    }
}
