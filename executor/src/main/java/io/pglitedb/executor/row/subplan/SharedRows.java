package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.spill.RowBuffer;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.planner.plan.PlanNode;

/// The rows of a WITH query: computed as far as a reader has asked for, kept for the others.
public final class SharedRows {
    private final Run run;
    private final Operator operator;
    private final RowSerializer serializer;
    private final Dependencies dependencies;

    private RowBuffer rows;
    private boolean started;
    private boolean complete;
    private long stamp;

    public SharedRows(PlanNode root, BuildContext context) {
        run = context.run();
        operator = context.buildApart(root);
        serializer = context.serializer(root.columns());
        dependencies = Dependencies.of(root, context);
    }

    /// To be called by a reader that starts: forgets rows of another run, or of other outer rows.
    void start() {
        long now = dependencies.stamp();
        if (started && stamp == now) {
            return;
        }
        if (rows != null) {
            rows.close();
        }
        rows = new RowBuffer(
                serializer, run.execution().spillDirectory(), run.execution().workMemBytes());
        stamp = now;
        started = true;
        complete = false;
        run.whenClosed(this::close);
        operator.open();
    }

    /// The row with that number, null behind the last.
    Object[] row(int index) {
        while (index >= rows.size()) {
            if (complete) {
                return null;
            }
            Object[] row = operator.next();
            if (row == null) {
                complete = true;
                operator.close();
                return null;
            }
            rows.add(row);
        }
        return rows.get(index);
    }

    /// Runs the query to its end, whether anybody reads it or not.
    public void complete() {
        start();
        int next = rows.size();
        while (row(next) != null) {
            next++;
        }
    }

    private void close() {
        operator.close();
        if (rows != null) {
            rows.close();
            rows = null;
        }
        started = false;
    }
}
