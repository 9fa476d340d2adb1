package io.pglitedb.columnstore.form;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.vector.Vector;

/// Values that are byte strings.
public sealed interface BinaryForm extends ColumnForm
        permits TextForm, JsonbForm, UuidForm, WideDecimalForm, StoredForm {
    /// Appends the bytes of a carrier that fits.
    void put(Object carrier, ByteWriter out);

    /// Keeps the arrays. Value n is `bytes[starts[n]]` to before `bytes[starts[n + 1]]`; that of a NULL row is
    /// empty.
    Vector vector(byte[] bytes, int[] starts, long[] nulls, int length);
}
