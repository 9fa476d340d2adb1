package io.pglitedb.executor.row.window;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.planner.query.WindowClause.BoundKind;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Computes the frames of a partition's rows, in order.
final class FrameBounds {
    private static final Object[] NO_ROW = {};

    private final WindowClause.Frame clause;
    private final Evaluator startOffset;
    private final Evaluator endOffset;
    /// The column that RANGE offsets are about.
    private final int orderSlot;
    private final BoundFunction startInRange;
    private final BoundFunction endInRange;

    private Object startValue;
    private Object endValue;
    private PartitionRows partition;
    /// RANGE bounds with offsets only move forward.
    private int rangeStart;
    private int rangeEnd;

    FrameBounds(PlanNode.Window window, BuildContext context) {
        clause = window.frame();
        startOffset = context.compiler().compileOptional(clause.startOffset());
        endOffset = context.compiler().compileOptional(clause.endOffset());
        orderSlot = window.order().isEmpty() ? -1 : window.order().getFirst().slot();
        FunctionBinder binder = context.compiler().binder();
        boolean inRange = clause.inRange() != null && clause.mode() == WindowClause.Mode.RANGE;
        int orderType =
                orderSlot < 0 ? 0 : window.input().columns().get(orderSlot).type();
        startInRange = inRange && startOffset != null
                ? inRange(clause.inRange().startFunction(), orderType, clause.startOffset(), binder)
                : null;
        endInRange = inRange && endOffset != null
                ? inRange(clause.inRange().endFunction(), orderType, clause.endOffset(), binder)
                : null;
    }

    private BoundFunction inRange(int function, int type, Expr offset, FunctionBinder binder) {
        SqlType value = SqlType.of(type);
        SqlType bool = SqlType.of(Expr.BOOL);
        SqlType[] types = {value, value, SqlType.of(offset.type()), bool, bool};
        return binder.bind(function, types, bool, clause.inRange().collation());
    }

    /// Whether the frame of every row starts with the partition, and nothing is taken out.
    boolean startsWithPartition() {
        return clause.start() == BoundKind.UNBOUNDED_PRECEDING && clause.exclusion() == WindowClause.Exclusion.NONE;
    }

    boolean excludes() {
        return clause.exclusion() != WindowClause.Exclusion.NONE;
    }

    /// To be called once an execution.
    void evaluateOffsets() {
        startValue = startOffset == null ? null : offset(startOffset, "starting");
        endValue = endOffset == null ? null : offset(endOffset, "ending");
    }

    private Object offset(Evaluator expression, String which) {
        Object value = expression.evaluate(NO_ROW);
        if (value == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "frame %s offset must not be null".formatted(which));
        }
        if (clause.mode() != WindowClause.Mode.RANGE && (Long) value < 0) {
            throw new PgException(
                    SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
                    "frame %s offset must not be negative".formatted(which));
        }
        return value;
    }

    void start(PartitionRows newPartition) {
        partition = newPartition;
        rangeStart = 0;
        rangeEnd = 0;
    }

    /// @param row rows are asked for in order
    void compute(int row, Frame frame) {
        int group = partition.groupOf(row);
        frame.set(startOf(row, group), endOf(row, group));
        int groupStart = partition.groupStart(group);
        int groupEnd = partition.groupEnd(group);
        switch (clause.exclusion()) {
            case NONE -> {}
            case CURRENT_ROW -> frame.exclude(row, row + 1, 0, 0);
            case GROUP -> frame.exclude(groupStart, groupEnd, 0, 0);
            case TIES -> frame.exclude(groupStart, row, row + 1, groupEnd);
        }
    }

    private int startOf(int row, int group) {
        return switch (clause.start()) {
            case UNBOUNDED_PRECEDING -> 0;
            case UNBOUNDED_FOLLOWING -> partition.size();
            case CURRENT_ROW -> clause.mode() == WindowClause.Mode.ROWS ? row : partition.groupStart(group);
            case OFFSET_PRECEDING, OFFSET_FOLLOWING -> {
                boolean preceding = clause.start() == BoundKind.OFFSET_PRECEDING;
                yield switch (clause.mode()) {
                    case ROWS -> within(row, (Long) startValue, preceding, 0);
                    case GROUPS -> groupStart(group, (Long) startValue, preceding);
                    case RANGE -> rangeStart(row, preceding);
                };
            }
        };
    }

    private int endOf(int row, int group) {
        return switch (clause.end()) {
            case UNBOUNDED_PRECEDING -> 0;
            case UNBOUNDED_FOLLOWING -> partition.size();
            case CURRENT_ROW -> clause.mode() == WindowClause.Mode.ROWS ? row + 1 : partition.groupEnd(group);
            case OFFSET_PRECEDING, OFFSET_FOLLOWING -> {
                boolean preceding = clause.end() == BoundKind.OFFSET_PRECEDING;
                yield switch (clause.mode()) {
                    case ROWS -> within(row, (Long) endValue, preceding, 1);
                    case GROUPS -> groupEnd(group, (Long) endValue, preceding);
                    case RANGE -> rangeEnd(row, preceding);
                };
            }
        };
    }

    /// Row ± offset, in the partition.
    private int within(int row, long offset, boolean preceding, int more) {
        long bounded = Math.min(offset, Integer.MAX_VALUE);
        long at = (preceding ? row - bounded : row + bounded) + more;
        return (int) Math.clamp(at, 0, partition.size());
    }

    private int groupStart(int group, long offset, boolean preceding) {
        long bounded = Math.min(offset, Integer.MAX_VALUE);
        long at = preceding ? group - bounded : group + bounded;
        return at < 0 ? 0 : at >= partition.groupCount() ? partition.size() : partition.groupStart((int) at);
    }

    private int groupEnd(int group, long offset, boolean preceding) {
        long bounded = Math.min(offset, Integer.MAX_VALUE);
        long at = preceding ? group - bounded : group + bounded;
        return at < 0 ? 0 : at >= partition.groupCount() ? partition.size() : partition.groupEnd((int) at);
    }

    private int rangeStart(int row, boolean preceding) {
        Object current = partition.row(row)[orderSlot];
        boolean nullsFirst = clause.inRange().nullsFirst();
        while (rangeStart < partition.size()) {
            Object head = partition.row(rangeStart)[orderSlot];
            boolean inside;
            if (head == null || current == null) {
                inside = nullsFirst ? head != null || current == null : head == null || current != null;
            } else {
                inside = test(startInRange, head, current, startValue, preceding, false);
            }
            if (inside) {
                break;
            }
            rangeStart++;
        }
        return rangeStart;
    }

    private int rangeEnd(int row, boolean preceding) {
        Object current = partition.row(row)[orderSlot];
        boolean nullsFirst = clause.inRange().nullsFirst();
        while (rangeEnd < partition.size()) {
            Object tail = partition.row(rangeEnd)[orderSlot];
            boolean inside;
            if (tail == null || current == null) {
                inside = nullsFirst ? tail == null || current != null : tail != null || current == null;
            } else {
                inside = test(endInRange, tail, current, endValue, preceding, true);
            }
            if (!inside) {
                break;
            }
            rangeEnd++;
        }
        return rangeEnd;
    }

    private boolean test(
            BoundFunction inRange, Object value, Object base, Object offset, boolean preceding, boolean less) {
        boolean ascending = clause.inRange().ascending();
        Object[] arguments = {value, base, offset, preceding == ascending, less == ascending};
        return Boolean.TRUE.equals(inRange.callAll(arguments));
    }
}
