package io.pglitedb.executor.row.set;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.SetOperationTree.Kind;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// INTERSECT and EXCEPT: counts each distinct row on both sides.
public final class SetOperationOperator implements Operator {
    private final Run run;
    private final Operator left;
    private final Operator right;
    private final Grouping keys;
    private final Kind kind;
    private final boolean all;

    private static final class Count {
        private final Object[] row;
        private long left;
        private long right;

        Count(Object[] row) {
            this.row = row;
        }
    }

    private Iterator<Count> output;
    private Object[] row;
    private long copies;

    public SetOperationOperator(PlanNode.SetOperation operation, BuildContext context) {
        run = context.run();
        left = context.build(operation.left());
        right = context.build(operation.right());
        keys = new Grouping(operation.keys(), operation.columns(), context.operators());
        kind = operation.kind();
        all = operation.all();
    }

    @Override
    public void open() {
        output = null;
        copies = 0;
    }

    @Override
    public Object[] next() {
        if (output == null) {
            count();
        }
        while (copies == 0) {
            if (!output.hasNext()) {
                return null;
            }
            Count count = output.next();
            row = count.row;
            copies = copies(count);
        }
        copies--;
        return row;
    }

    private long copies(Count count) {
        return switch (kind) {
            case INTERSECT -> {
                long both = Math.min(count.left, count.right);
                yield all ? both : Math.min(both, 1);
            }
            case EXCEPT -> {
                long rest = all ? Math.max(count.left - count.right, 0) : count.right == 0 ? 1 : 0;
                yield rest;
            }
            case UNION -> throw new IllegalStateException("UNION is an append");
        };
    }

    /// Rows that the left side does not have cannot be in the result.
    private void count() {
        Map<Grouping.Key, Count> counts = new LinkedHashMap<>();
        left.open();
        for (Object[] next = left.next(); next != null; next = left.next()) {
            run.checkCancellation();
            Object[] first = next;
            counts.computeIfAbsent(keys.key(next), key -> new Count(first)).left++;
        }
        left.close();
        right.open();
        for (Object[] next = right.next(); next != null; next = right.next()) {
            run.checkCancellation();
            Count count = counts.get(keys.key(next));
            if (count != null) {
                count.right++;
            }
        }
        right.close();
        output = counts.values().iterator();
    }

    @Override
    public void close() {
        left.close();
        right.close();
        output = null;
        row = null;
    }
}
