package io.pglitedb.executor.vector.window;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// lag or lead by the same distance everywhere.
final class NeighbourColumn implements WindowColumn {
    private static final Object[] NO_ROW = {};

    private final VectorExpression argument;
    /// Null for 1.
    private final Evaluator offset;
    /// Null for NULL.
    private final Evaluator otherwise;
    /// -1 for lag, 1 for lead.
    private final int direction;
    private final RunValues values;

    private boolean begun;
    /// Whether the distance is not NULL, and the distance: rows forward.
    private boolean known;
    private long distance;
    /// Rows of the partition so far.
    private long rows;
    /// Values of the last rows of the partition, at most as many as the distance backward.
    private final Deque<Optional<Object>> history = new ArrayDeque<>();

    NeighbourColumn(VectorExpression argument, Evaluator offset, Evaluator otherwise, int direction, VectorForm form) {
        this.argument = argument;
        this.offset = offset;
        this.otherwise = otherwise;
        this.direction = direction;
        this.values = new RunValues(form);
    }

    @Override
    public void start() {
        values.clear();
        history.clear();
        begun = false;
        rows = 0;
    }

    @Override
    public void feed(Batch batch, byte[] marks) {
        if (!begun) {
            begun = true;
            Object given = offset == null ? Integer.valueOf(1) : offset.evaluate(NO_ROW);
            known = given != null;
            distance = known ? (long) direction * (Integer) given : 0;
        }
        if (!known) {
            values.add(null, batch.length());
            return;
        }
        Vector column = argument.evaluate(batch, batch.selection());
        for (int row = 0; row < batch.length(); row++) {
            if (marks[row] == Marks.PARTITION) {
                end();
            }
            Object value = column.get(row);
            if (distance <= 0) {
                lag(value);
            } else if (rows >= distance) {
                values.add(value, 1);
            }
            rows++;
        }
    }

    private void lag(Object value) {
        history.add(Optional.ofNullable(value));
        if (rows < -distance) {
            values.add(defaultValue(), 1);
        } else {
            values.add(history.poll().orElse(null), 1);
        }
    }

    private Object defaultValue() {
        return otherwise == null ? null : otherwise.evaluate(NO_ROW);
    }

    /// The last rows of a partition have nobody ahead.
    @Override
    public void end() {
        if (known && distance > 0 && rows > 0) {
            values.add(defaultValue(), Math.min(rows, distance));
        }
        rows = 0;
        history.clear();
    }

    @Override
    public long ready() {
        return values.rowsAdded();
    }

    @Override
    public Vector give(byte[] marks, int length, int from, int to) {
        return values.take(length, from, to);
    }
}
