package io.pglitedb.executor.row.aggregate;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanNode;

/// Groups rows that come in order of the keys; without keys all rows are one group, which there is even without
/// rows.
public final class SortedAggregateOperator implements Operator {
    private final Operator input;
    private final GroupRow groupRow;
    private final Grouping grouping;
    private final int[] slots;

    /// First row of the group that comes next, null when there is none.
    private Object[] first;
    private boolean started;
    private boolean given;
    private Accumulator[] accumulators = {};

    public SortedAggregateOperator(PlanNode.Aggregate aggregate, BuildContext context) {
        input = context.build(aggregate.input());
        groupRow = new GroupRow(aggregate, context);
        grouping = new Grouping(aggregate.keys(), aggregate.input().columns(), context.operators());
        slots = aggregate.keys().stream().mapToInt(GroupKey::slot).toArray();
    }

    @Override
    public void open() {
        start();
        input.open();
    }

    @Override
    public void rescan() {
        start();
        input.rescan();
    }

    private void start() {
        started = false;
        given = false;
        first = null;
    }

    @Override
    public Object[] next() {
        if (!started) {
            started = true;
            first = input.next();
        }
        if (first == null) {
            if (slots.length > 0 || given) {
                return null;
            }
            given = true;
            accumulators = groupRow.start();
            return groupRow.finish(new Object[0], accumulators, 0);
        }
        given = true;
        accumulators = groupRow.start();
        Object[] keys = new Object[slots.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = first[slots[i]];
        }
        Object[] row = first;
        do {
            GroupRow.add(accumulators, row);
            row = input.next();
        } while (row != null && grouping.same(first, row));
        first = row;
        return groupRow.finish(keys, accumulators, 0);
    }

    @Override
    public void close() {
        input.close();
        for (Accumulator accumulator : accumulators) {
            accumulator.close();
        }
        accumulators = new Accumulator[0];
        first = null;
    }
}
