package io.pglitedb.types.vector;

import java.util.Arrays;

public final class IntBuilder extends VectorBuilder {
    private int[] values;

    IntBuilder(VectorForm form, int capacity) {
        super(form);
        values = new int[capacity];
    }

    public void appendInt(int value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, Math.max(16, length * 2));
        }
        values[length++] = value;
    }

    @Override
    public void appendAll(Vector vector, Selection selection) {
        if (!(vector instanceof IntVector(VectorForm _, int[] source, long[] _, int _))) {
            super.appendAll(vector, selection);
            return;
        }
        for (int index = 0; index < selection.count(); index++) {
            int row = selection.row(index);
            if (vector.isNull(row)) {
                appendNull();
            } else {
                appendInt(source[row]);
            }
        }
    }

    @Override
    void put(Object value) {
        appendInt(form.unboxInt(value));
    }

    @Override
    void putNull() {
        appendInt(0);
    }

    @Override
    Vector build(long[] nulls) {
        int[] full = values;
        values = new int[full.length];
        return new IntVector(form, full, nulls, length);
    }
}
