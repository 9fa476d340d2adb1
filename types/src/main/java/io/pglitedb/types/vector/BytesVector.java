package io.pglitedb.types.vector;

/// The value of row r is `bytes[starts[r]]` to before `bytes[starts[r + 1]]`.
///
/// @param form UTF8 or BYTES
/// @param starts ascending, `length + 1` or more; those of a NULL row too
public record BytesVector(VectorForm form, byte[] bytes, int[] starts, long[] nulls, int length) implements Vector {
    @Override
    public Object get(int row) {
        return isNull(row) ? null : form.box(bytes, starts[row], starts[row + 1]);
    }
}
