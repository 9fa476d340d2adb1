package io.pglitedb.columnstore.form;

import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.Vector;
import java.math.BigDecimal;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.LogicalType;

/// Numerics of up to 18 digits that all show the same number of digits after the point: unscaled longs.
public record DecimalForm(int precision, int scale) implements NumberForm {
    public static final int PRECISION_MAX = 18;

    public DecimalForm {
        if (precision < 1 || precision > PRECISION_MAX || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("decimal(%d,%d)".formatted(precision, scale));
        }
    }

    /// The same number as this form shows it; null when it has other digits or is none.
    public Numeric rescaled(Object carrier) {
        Numeric numeric = (Numeric) carrier;
        if (!numeric.isFinite()) {
            return null;
        }
        Numeric shown = numeric.withScale(scale);
        return shown.compareTo(numeric) == 0 ? shown : null;
    }

    @Override
    public Physical physical() {
        return Physical.INT64;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.DECIMAL(new DecimalType(scale, precision));
    }

    @Override
    public boolean fits(Object carrier) {
        return WideDecimalForm.fits((Numeric) carrier, precision, scale);
    }

    @Override
    public Order order() {
        return Order.SIGNED;
    }

    @Override
    public boolean sqlOrder() {
        return true;
    }

    @Override
    public long number(Object carrier) {
        return ((Numeric) carrier).decimal().unscaledValue().longValue();
    }

    @Override
    public Object carrier(long number) {
        return Numeric.of(BigDecimal.valueOf(number, scale));
    }

    @Override
    public Vector vector(int[] values, long[] nulls, int length) {
        long[] unscaled = new long[length];
        for (int row = 0; row < length; row++) {
            unscaled[row] = values[row];
        }
        return vector(unscaled, nulls, length);
    }

    @Override
    public Vector vector(long[] values, long[] nulls, int length) {
        return new DecimalVector(values, scale, nulls, length);
    }
}
