package io.pglitedb.types.vector;

import java.util.Arrays;

public final class DoubleBuilder extends VectorBuilder {
    private double[] values;

    DoubleBuilder(VectorForm form, int capacity) {
        super(form);
        values = new double[capacity];
    }

    public void appendDouble(double value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, Math.max(16, length * 2));
        }
        values[length++] = value;
    }

    @Override
    public void appendAll(Vector vector, Selection selection) {
        if (!(vector instanceof DoubleVector(VectorForm _, double[] source, long[] _, int _))) {
            super.appendAll(vector, selection);
            return;
        }
        for (int index = 0; index < selection.count(); index++) {
            int row = selection.row(index);
            if (vector.isNull(row)) {
                appendNull();
            } else {
                appendDouble(source[row]);
            }
        }
    }

    @Override
    void put(Object value) {
        appendDouble(((Number) value).doubleValue());
    }

    @Override
    void putNull() {
        appendDouble(0);
    }

    @Override
    Vector build(long[] nulls) {
        double[] full = values;
        values = new double[full.length];
        return new DoubleVector(form, full, nulls, length);
    }
}
