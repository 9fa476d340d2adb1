package io.pglitedb.executor.row.sort;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Skips rows, passes some on, and with ties those that are equal to the last.
public final class LimitOperator implements Operator {
    private final Operator input;
    private final LimitBounds bounds;
    /// Null without WITH TIES.
    private final Grouping ties;

    /// Rows; `LimitBounds.ALL` for all.
    private long toTake;
    private long toSkip;
    private Object[] last;

    public LimitOperator(PlanNode.Limit limit, BuildContext context) {
        input = context.build(limit.input());
        bounds = new LimitBounds(limit, context);
        ties = limit.ties().isEmpty() ? null : new Grouping(limit.ties(), limit.columns(), context.operators());
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
        last = null;
        toSkip = bounds.offset();
        toTake = bounds.count();
        if (toTake == LimitBounds.ALL && ties != null) {
            throw new PgException(
                    SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE,
                    "row count cannot be null in FETCH FIRST ... WITH TIES clause");
        }
        if (input instanceof SortOperator sort) {
            sort.want(ties == null ? LimitBounds.wanted(toSkip, toTake) : LimitBounds.ALL);
        }
    }

    @Override
    public Object[] next() {
        if (toTake == 0) {
            return nextTie();
        }
        while (toSkip > 0) {
            if (input.next() == null) {
                toTake = 0;
                return null;
            }
            toSkip--;
        }
        Object[] row = input.next();
        if (row != null && toTake > 0) {
            toTake--;
            last = row;
        }
        return row;
    }

    private Object[] nextTie() {
        if (ties == null || last == null) {
            return null;
        }
        Object[] row = input.next();
        return row != null && ties.same(last, row) ? row : null;
    }

    @Override
    public void close() {
        input.close();
        last = null;
    }
}
