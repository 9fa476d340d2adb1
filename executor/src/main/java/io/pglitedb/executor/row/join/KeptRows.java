package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.spill.RowBuffer;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.subplan.Dependencies;
import io.pglitedb.planner.plan.PlanNode;

/// Rows that are read again and again: taken from the input once, then from a buffer, until an outer row changes
/// what they depend on.
final class KeptRows implements Operator {
    private final Run run;
    private final Operator input;
    private final RowSerializer serializer;
    private final Dependencies dependencies;
    private final boolean tracked;

    private RowBuffer rows;
    private boolean complete;
    private int next;
    private long stamp;

    KeptRows(Operator input, PlanNode node, BuildContext context) {
        this.run = context.run();
        this.input = input;
        this.serializer = context.serializer(node.columns());
        this.dependencies = Dependencies.of(node, context);
        this.tracked = context.tracksProvenance();
    }

    @Override
    public void open() {
        long budget = tracked ? Long.MAX_VALUE : run.execution().workMemBytes();
        rows = new RowBuffer(serializer, run.execution().spillDirectory(), budget);
        complete = false;
        next = 0;
        stamp = dependencies.stamp();
        input.open();
    }

    @Override
    public Object[] next() {
        if (next < rows.size()) {
            return rows.get(next++);
        }
        if (complete) {
            return null;
        }
        Object[] row = input.next();
        if (row == null) {
            complete = true;
            input.close();
            return null;
        }
        rows.add(row);
        next++;
        return row;
    }

    @Override
    public void rescan() {
        if (rows != null && stamp == dependencies.stamp()) {
            next = 0;
        } else {
            close();
            open();
        }
    }

    @Override
    public void close() {
        input.close();
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
