package io.pglitedb.types.vector;

import java.util.Arrays;

public final class LongBuilder extends VectorBuilder {
    private long[] values;

    LongBuilder(int capacity) {
        super(VectorForm.LONG);
        values = new long[capacity];
    }

    public void appendLong(long value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, Math.max(16, length * 2));
        }
        values[length++] = value;
    }

    @Override
    public void appendAll(Vector vector, Selection selection) {
        if (!(vector instanceof LongVector(long[] source, long[] _, int _))) {
            super.appendAll(vector, selection);
            return;
        }
        for (int index = 0; index < selection.count(); index++) {
            int row = selection.row(index);
            if (vector.isNull(row)) {
                appendNull();
            } else {
                appendLong(source[row]);
            }
        }
    }

    @Override
    void put(Object value) {
        appendLong((Long) value);
    }

    @Override
    void putNull() {
        appendLong(0);
    }

    @Override
    Vector build(long[] nulls) {
        long[] full = values;
        values = new long[full.length];
        return new LongVector(full, nulls, length);
    }
}
