package io.pglitedb.executor.row.sort;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.planner.plan.PlanNode;

/// The first of each run of rows that are the same in the keys.
public final class UniqueOperator implements Operator {
    private final Operator input;
    private final Grouping keys;
    private Object[] last;

    public UniqueOperator(PlanNode.Unique unique, BuildContext context) {
        input = context.build(unique.input());
        keys = new Grouping(unique.keys(), unique.columns(), context.operators());
    }

    @Override
    public void open() {
        last = null;
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] row;
        while ((row = input.next()) != null) {
            if (last == null || !keys.same(last, row)) {
                last = row;
                return row;
            }
        }
        return null;
    }

    @Override
    public void rescan() {
        last = null;
        input.rescan();
    }

    @Override
    public void close() {
        last = null;
        input.close();
    }
}
