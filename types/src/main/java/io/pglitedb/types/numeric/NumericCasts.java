package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.floating.FloatText;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Casts between numeric and the other number types.
public final class NumericCasts {
    private NumericCasts() {}

    @Prosrc("int2_numeric")
    public static Numeric ofInt2(short value) {
        return Numeric.of(value);
    }

    @Prosrc("numeric_int2")
    public static short toInt2(Numeric value) {
        return (short) integer(value, Short.MIN_VALUE, Short.MAX_VALUE, "smallint");
    }

    @Prosrc("int4_numeric")
    public static Numeric ofInt4(int value) {
        return Numeric.of(value);
    }

    @Prosrc("numeric_int4")
    public static int toInt4(Numeric value) {
        return (int) integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "integer");
    }

    @Prosrc("int8_numeric")
    public static Numeric ofInt8(long value) {
        return Numeric.of(value);
    }

    @Prosrc("numeric_int8")
    public static long toInt8(Numeric value) {
        return integer(value, Long.MIN_VALUE, Long.MAX_VALUE, "bigint");
    }

    private static long integer(Numeric value, long lowest, long highest, String type) {
        if (!value.isFinite()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot convert " + (value.isNaN() ? "NaN" : "infinity") + " to " + type);
        }
        BigInteger rounded = value.decimal().setScale(0, RoundingMode.HALF_UP).unscaledValue();
        if (rounded.bitLength() > 63 || rounded.longValue() < lowest || rounded.longValue() > highest) {
            throw NumberErrors.outOfRange(type);
        }
        return rounded.longValue();
    }

    /// The digits of C's `%.15g` (float8) or `%.6g` (float4).
    private static Numeric ofFloat(double value, int digits) {
        if (Double.isNaN(value)) {
            return Numeric.NAN;
        }
        if (Double.isInfinite(value)) {
            return Numeric.infinity(value < 0);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return Numeric.of(rounded.stripTrailingZeros());
    }

    private static Utf8 text(Numeric value) {
        return Utf8.of(value.toString());
    }

    @Prosrc("float8_numeric")
    public static Numeric ofFloat8(double value) {
        return ofFloat(value, 15);
    }

    @Prosrc("float4_numeric")
    public static Numeric ofFloat4(float value) {
        return ofFloat(value, 6);
    }

    @Prosrc("numeric_float8")
    public static double toFloat8(Numeric value) {
        return FloatText.parseDouble(text(value));
    }

    @Prosrc("numeric_float4")
    public static float toFloat4(Numeric value) {
        return FloatText.parseFloat(text(value));
    }
}
