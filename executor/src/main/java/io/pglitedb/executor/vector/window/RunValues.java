package io.pglitedb.executor.vector.window;

import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// A queue of values, each for a run of rows.
final class RunValues {
    private final VectorForm form;
    private final VectorBuilder builder;
    private long[] lengths = new long[Vector.LENGTH_MAX];
    private final Deque<Block> full = new ArrayDeque<>();
    private long rowsAdded;

    private Block reading;
    private int next;
    /// Rows that the run at `next` has left.
    private long left;

    /// @param lengths rows of each value
    private record Block(Vector values, long[] lengths) {}

    RunValues(VectorForm form) {
        this.form = form;
        this.builder = VectorBuilder.of(form, Vector.LENGTH_MAX);
    }

    void clear() {
        builder.build();
        full.clear();
        reading = null;
        rowsAdded = 0;
    }

    long rowsAdded() {
        return rowsAdded;
    }

    void add(Object value, long rows) {
        if (rows == 0) {
            return;
        }
        lengths[builder.length()] = rows;
        builder.append(value);
        rowsAdded += rows;
        if (builder.length() == Vector.LENGTH_MAX) {
            endBlock();
        }
    }

    private void endBlock() {
        long[] used = Arrays.copyOf(lengths, builder.length());
        full.add(new Block(builder.build(), used));
    }

    /// The values of the next rows, at the places from `from` to before `to` of a vector.
    Vector take(int length, int from, int to) {
        VectorBuilder taken = VectorBuilder.of(form, length);
        for (int row = 0; row < from; row++) {
            taken.appendNull();
        }
        int row = from;
        while (row < to) {
            if (reading == null || next == reading.lengths.length) {
                if (full.isEmpty()) {
                    endBlock();
                }
                reading = full.poll();
                next = 0;
                left = reading.lengths[0];
            }
            Object value = reading.values.get(next);
            for (; left > 0 && row < to; left--) {
                taken.append(value);
                row++;
            }
            if (left == 0 && ++next < reading.lengths.length) {
                left = reading.lengths[next];
            }
        }
        while (row++ < length) {
            taken.appendNull();
        }
        return taken.build();
    }
}
