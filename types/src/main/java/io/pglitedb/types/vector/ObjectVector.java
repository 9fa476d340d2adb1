package io.pglitedb.types.vector;

/// Carriers; a NULL row's is null, and its bit is set as everywhere.
///
/// @param form OBJECT, or that of the type whose values do not fit their own vector
public record ObjectVector(VectorForm form, Object[] values, long[] nulls, int length) implements Vector {
    @Override
    public Object get(int row) {
        return values[row];
    }
}
