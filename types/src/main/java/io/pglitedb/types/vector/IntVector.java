package io.pglitedb.types.vector;

/// Values of 32 bits and less; of booleans 0 and 1.
///
/// @param form BOOLEAN, BYTE, SHORT or INTEGER: what a value is boxed to
public record IntVector(VectorForm form, int[] values, long[] nulls, int length) implements Vector {
    @Override
    public Object get(int row) {
        return isNull(row) ? null : form.box(values[row]);
    }
}
