package io.pglitedb.executor.row.window;

import io.pglitedb.executor.row.aggregate.Transition;
import io.pglitedb.executor.row.expression.Evaluator;

/// An aggregate over frames. Where frames only grow, rows are added; where they move, the rows left behind are
/// taken out if the aggregate knows how; else each frame is aggregated anew.
final class FrameAggregate implements WindowFunction {
    private static final Object[] NO_VALUES = {};

    private final Transition functions;
    private final Evaluator[] inputs;
    /// Null for none.
    private final Evaluator filter;
    private final boolean excludes;
    private final Object[] call;

    private PartitionRows partition;
    private Object state;
    /// Rows that the state is made of: from `start` to before `end`.
    private int start;
    private int end;
    /// Inputs in the state.
    private int inputCount;
    private boolean hasResult;
    private Object result;

    /// @param excludes whether frames have holes
    FrameAggregate(Transition functions, Evaluator[] inputs, Evaluator filter, boolean excludes) {
        this.functions = functions;
        this.inputs = inputs;
        this.filter = filter;
        this.excludes = excludes;
        this.call = new Object[inputs.length + 1];
    }

    @Override
    public void start(PartitionRows newPartition) {
        partition = newPartition;
        restart(0);
    }

    private void restart(int from) {
        state = functions.initial();
        start = from;
        end = from;
        inputCount = 0;
        hasResult = false;
    }

    @Override
    public Object value(int row, Frame frame) {
        if (excludes) {
            restart(frame.start);
            for (int at = frame.next(frame.start); at < frame.end; at = frame.next(at + 1)) {
                add(at);
            }
            return functions.finish(state, NO_VALUES);
        }
        if (frame.start != start && !removeUntil(frame.start) || frame.end < end) {
            restart(frame.start);
        }
        for (; end < frame.end; end++) {
            add(end);
            hasResult = false;
        }
        if (!hasResult) {
            result = functions.finish(state, NO_VALUES);
            hasResult = true;
        }
        return result;
    }

    private void add(int row) {
        if (takeInputs(row)) {
            state = functions.add(state, call);
            inputCount++;
        }
    }

    /// False when the row does not count.
    private boolean takeInputs(int row) {
        Object[] values = partition.row(row);
        if (filter != null && !Boolean.TRUE.equals(filter.evaluate(values))) {
            return false;
        }
        for (int i = 0; i < inputs.length; i++) {
            call[i + 1] = inputs[i].evaluate(values);
        }
        return functions.takes(call);
    }

    /// False when the frame has to be aggregated anew.
    private boolean removeUntil(int newStart) {
        if (newStart < start || newStart >= end || !functions.invertible()) {
            return false;
        }
        hasResult = false;
        for (; start < newStart; start++) {
            if (takeInputs(start)) {
                if (inputCount == 1) {
                    state = functions.initial();
                } else {
                    state = functions.remove(state, call);
                    if (state == Transition.IMPOSSIBLE) {
                        return false;
                    }
                }
                inputCount--;
            }
        }
        return true;
    }
}
