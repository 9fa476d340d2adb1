package io.pglitedb.columnstore.form;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.ObjectVector;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.LogicalType;

/// Numerics of up to 38 digits that all show the same number of digits after the point: 16 bytes two's
/// complement.
public record WideDecimalForm(int precision, int scale) implements BinaryForm {
    public static final int PRECISION_MAX = 38;
    private static final int LENGTH = 16;

    public WideDecimalForm {
        if (precision < 1 || precision > PRECISION_MAX || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("decimal(%d,%d)".formatted(precision, scale));
        }
    }

    static boolean fits(Numeric value, int precision, int scale) {
        return value.isFinite()
                && value.displayScale() == scale
                && value.decimal().precision() <= precision;
    }

    @Override
    public Physical physical() {
        return Physical.FIXED16;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.DECIMAL(new DecimalType(scale, precision));
    }

    @Override
    public boolean fits(Object carrier) {
        return fits((Numeric) carrier, precision, scale);
    }

    @Override
    public Order order() {
        return Order.TWOS_COMPLEMENT;
    }

    @Override
    public boolean sqlOrder() {
        return true;
    }

    @Override
    public void put(Object carrier, ByteWriter out) {
        BigInteger unscaled = ((Numeric) carrier).decimal().unscaledValue();
        byte[] bytes = unscaled.toByteArray();
        for (int pad = bytes.length; pad < LENGTH; pad++) {
            out.putByte(unscaled.signum() < 0 ? -1 : 0);
        }
        out.putBytes(bytes);
    }

    @Override
    public Vector vector(byte[] bytes, int[] starts, long[] nulls, int length) {
        Object[] values = new Object[length];
        for (int row = 0; row < length; row++) {
            if (!Nulls.isNull(nulls, row)) {
                BigInteger unscaled = new BigInteger(bytes, starts[row], starts[row + 1] - starts[row]);
                values[row] = Numeric.of(new BigDecimal(unscaled, scale));
            }
        }
        return new ObjectVector(VectorForm.NUMERIC, values, nulls, length);
    }
}
