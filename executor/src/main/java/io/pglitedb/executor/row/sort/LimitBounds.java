package io.pglitedb.executor.row.sort;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// What LIMIT and OFFSET say in a run.
public final class LimitBounds {
    public static final long ALL = -1;
    private static final Object[] NO_ROW = {};

    private final Evaluator offset;
    private final Evaluator count;

    public LimitBounds(PlanNode.Limit limit, BuildContext context) {
        offset = context.compiler().compileOptional(limit.offset());
        count = context.compiler().compileOptional(limit.count());
    }

    /// Rows to skip.
    public long offset() {
        if (offset == null || !(offset.evaluate(NO_ROW) instanceof Long rows)) {
            return 0;
        }
        if (rows < 0) {
            throw new PgException(SqlState.INVALID_ROW_COUNT_IN_RESULT_OFFSET_CLAUSE, "OFFSET must not be negative");
        }
        return rows;
    }

    /// Rows to take behind them; `ALL` without a limit.
    public long count() {
        if (count == null || !(count.evaluate(NO_ROW) instanceof Long rows)) {
            return ALL;
        }
        if (rows < 0) {
            throw new PgException(SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE, "LIMIT must not be negative");
        }
        return rows;
    }

    /// Rows that are asked of the input at most; `ALL` when unknown.
    public static long wanted(long offset, long count) {
        return count >= 0 && count <= Long.MAX_VALUE - offset ? offset + count : ALL;
    }
}
