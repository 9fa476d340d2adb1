package io.pglitedb.executor.row.window;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.error.PgException;

/// Window functions.
public final class WindowOperator implements Operator {
    public WindowOperator(PlanNode.Window window, BuildContext context) {
        throw PgException.notSupported("window functions");
    }

    @Override
    public void open() {}

    @Override
    public Object[] next() {
        return null;
    }

    @Override
    public void close() {}
}
