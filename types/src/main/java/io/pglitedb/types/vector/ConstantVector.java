package io.pglitedb.types.vector;

/// The same value in every row.
///
/// @param value carrier, null for NULL
public record ConstantVector(VectorForm form, Object value, int length) implements Vector {
    @Override
    public long[] nulls() {
        return value == null ? Nulls.all() : null;
    }

    @Override
    public boolean isNull(int row) {
        return value == null;
    }

    @Override
    public Object get(int row) {
        return value;
    }
}
