package io.pglitedb.columnstore.form;

import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import org.apache.parquet.format.LogicalType;

/// Integers, and what counts days or microseconds.
///
/// @param shift what is added on the way into the file, from PostgreSQL's epoch to 1970
/// @param least smallest carrier that fits
/// @param most greatest one
/// @param sqlOrder false for types that have no order
public record IntegerForm(
        VectorForm vectorForm,
        Physical physical,
        LogicalType logicalType,
        long shift,
        long least,
        long most,
        Order order,
        boolean sqlOrder)
        implements NumberForm {
    private static long plain(Object carrier) {
        return carrier instanceof Boolean bool ? bool ? 1 : 0 : ((Number) carrier).longValue();
    }

    @Override
    public boolean fits(Object carrier) {
        long value = plain(carrier);
        return value >= least && value <= most;
    }

    @Override
    public long number(Object carrier) {
        return plain(carrier) + shift;
    }

    @Override
    public Object carrier(long number) {
        long value = number - shift;
        return switch (vectorForm) {
            case BOOLEAN -> value != 0;
            case BYTE -> (byte) value;
            case SHORT -> (short) value;
            case INTEGER -> (int) value;
            case LONG -> value;
            default -> throw new IllegalStateException("no integer: " + vectorForm);
        };
    }

    @Override
    public Vector vector(int[] values, long[] nulls, int length) {
        if (shift != 0) {
            int days = (int) shift;
            for (int row = 0; row < length; row++) {
                values[row] -= days;
            }
        }
        return new IntVector(vectorForm, values, nulls, length);
    }

    @Override
    public Vector vector(long[] values, long[] nulls, int length) {
        if (shift != 0) {
            for (int row = 0; row < length; row++) {
                values[row] -= shift;
            }
        }
        return new LongVector(values, nulls, length);
    }
}
