package io.pglitedb.types.vector;

public record LongVector(long[] values, long[] nulls, int length) implements Vector {
    @Override
    public VectorForm form() {
        return VectorForm.LONG;
    }

    @Override
    public Object get(int row) {
        return isNull(row) ? null : (Object) values[row];
    }
}
