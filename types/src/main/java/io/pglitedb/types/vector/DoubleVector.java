package io.pglitedb.types.vector;

/// @param form FLOAT, whose values are floats exactly, or DOUBLE
public record DoubleVector(VectorForm form, double[] values, long[] nulls, int length) implements Vector {
    @Override
    public Object get(int row) {
        return isNull(row) ? null : form.box(values[row]);
    }
}
