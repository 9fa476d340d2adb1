package io.pglitedb.columnstore.form;

import io.pglitedb.types.vector.Vector;

/// Values of up to 64 bits. While a segment is written they are longs: INT32 sign-extended, floats as their raw
/// bits.
public sealed interface NumberForm extends ColumnForm permits IntegerForm, FloatForm, DecimalForm {
    /// Of a carrier that fits.
    long number(Object carrier);

    Object carrier(long number);

    /// Takes what an INT32, BOOLEAN page holds, and may change the array.
    Vector vector(int[] values, long[] nulls, int length);

    Vector vector(long[] values, long[] nulls, int length);
}
