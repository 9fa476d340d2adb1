package io.pglitedb.types.floating;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Roots, powers, logarithms and circular functions of float8.
public final class FloatMath {
    private static final double RADIANS_PER_DEGREE = 0.0174532925199432957692;

    private FloatMath() {}

    static PgException inputOutOfRange() {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "input is out of range");
    }

    @Prosrc("dsqrt")
    public static double dsqrt(double value) {
        if (value < 0) {
            throw new PgException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, "cannot take square root of a negative number");
        }
        return Math.sqrt(value);
    }

    /// As POSIX pow, except that zero to a negative and negative to a fractional power are errors.
    @Prosrc("dpow")
    public static double dpow(double base, double exponent) {
        if (Double.isNaN(base)) {
            return exponent == 0 ? 1 : Double.NaN;
        }
        if (Double.isNaN(exponent)) {
            return base == 1 ? 1 : Double.NaN;
        }
        if (base == 0 && exponent < 0) {
            throw new PgException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, "zero raised to a negative power is undefined");
        }
        if (base < 0 && Math.floor(exponent) != exponent) {
            throw new PgException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
                    "a negative number raised to a non-integer power yields a complex result");
        }
        if (Double.isInfinite(exponent) && Math.abs(base) == 1) {
            return 1; // Java says NaN
        }
        double result = Math.pow(base, exponent);
        if (!Double.isInfinite(base) && !Double.isInfinite(exponent)) {
            FloatFunctions.checkOverflow(result, false);
            FloatFunctions.checkUnderflow(result, base == 0);
        }
        return result;
    }

    @Prosrc("dexp")
    public static double dexp(double value) {
        double result = Math.exp(value);
        FloatFunctions.checkOverflow(result, Double.isInfinite(value));
        FloatFunctions.checkUnderflow(result, Double.isInfinite(value));
        return result;
    }

    private static void checkLogarithm(double value) {
        if (value <= 0) {
            throw new PgException(
                    SqlState.INVALID_ARGUMENT_FOR_LOG,
                    value == 0 ? "cannot take logarithm of zero" : "cannot take logarithm of a negative number");
        }
    }

    @Prosrc("dlog1")
    public static double dlog1(double value) {
        checkLogarithm(value);
        return Math.log(value);
    }

    @Prosrc("dlog10")
    public static double dlog10(double value) {
        checkLogarithm(value);
        return Math.log10(value);
    }

    @Prosrc("datan2")
    public static double datan2(double y, double x) {
        return Math.atan2(y, x);
    }

    @Prosrc("dpi")
    public static double dpi() {
        return Math.PI;
    }

    @Prosrc("degrees")
    public static double degrees(double value) {
        return FloatFunctions.float8div(value, RADIANS_PER_DEGREE);
    }

    @Prosrc("radians")
    public static double radians(double value) {
        return FloatFunctions.float8mul(value, RADIANS_PER_DEGREE);
    }

    @Prosrc("dsinh")
    public static double dsinh(double value) {
        return Math.sinh(value);
    }

    @Prosrc("dcosh")
    public static double dcosh(double value) {
        double size = Math.abs(value);
        if (size < 1 || size > 22) {
            return Math.cosh(value);
        }
        // Math.cosh goes by an exponential of its own, which is one unit off at 1.
        double power = Math.exp(size);
        return 0.5 * power + 0.5 / power;
    }

    @Prosrc("dasinh")
    public static double dasinh(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value) || value == 0) {
            return value;
        }
        double result = size > 0x1p28
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
        return Math.copySign(result, value);
    }

    @Prosrc("dacosh")
    public static double dacosh(double value) {
        if (value < 1) {
            throw inputOutOfRange();
        }
        if (value > 0x1p28) {
            return Math.log(value) + Math.log(2);
        }
        double above = value - 1;
        return Math.log1p(above + Math.sqrt(2 * above + above * above));
    }

    @Prosrc("datanh")
    public static double datanh(double value) {
        if (value < -1 || value > 1) {
            throw inputOutOfRange();
        }
        if (Math.abs(value) == 1) {
            return value * Double.POSITIVE_INFINITY;
        }
        return Math.copySign(0.5 * Math.log1p(2 * Math.abs(value) / (1 - Math.abs(value))), value);
    }

    @Prosrc("width_bucket_float8")
    public static int widthBucket(double operand, double low, double high, int count) {
        if (count <= 0) {
            throw widthBucketError("count must be greater than zero");
        }
        if (Double.isNaN(operand) || Double.isNaN(low) || Double.isNaN(high)) {
            throw widthBucketError("operand, lower bound, and upper bound cannot be NaN");
        }
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            throw widthBucketError("lower and upper bounds must be finite");
        }
        if (low == high) {
            throw widthBucketError("lower bound cannot equal upper bound");
        }
        boolean ascending = low < high;
        if (ascending ? operand < low : operand > low) {
            return 0;
        }
        if (ascending ? operand >= high : operand <= high) {
            if (count == Integer.MAX_VALUE) {
                throw NumberErrors.outOfRange("integer");
            }
            return count + 1;
        }
        double share = Double.isInfinite(high - low)
                ? (operand / 2 - low / 2) / (high / 2 - low / 2)
                : (operand - low) / (high - low);
        return Math.min((int) (count * share), count - 1) + 1;
    }

    static PgException widthBucketError(String message) {
        return new PgException(SqlState.INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message);
    }

    @Prosrc("in_range_float8_float8")
    public static boolean inRange(double value, double base, double offset, boolean subtract, boolean less) {
        if (Double.isNaN(offset) || offset < 0) {
            throw new PgException(
                    SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
                    "invalid preceding or following size in window function");
        }
        if (Double.isNaN(value)) {
            return Double.isNaN(base) || !less;
        }
        if (Double.isNaN(base)) {
            return less;
        }
        if (Double.isInfinite(offset) && Double.isInfinite(base) && (subtract ? base > 0 : base < 0)) {
            return true;
        }
        double bound = subtract ? base - offset : base + offset;
        return less ? value <= bound : value >= bound;
    }

    @Prosrc("in_range_float4_float8")
    public static boolean inRange(float value, float base, double offset, boolean subtract, boolean less) {
        return inRange((double) value, (double) base, offset, subtract, less);
    }

    @Prosrc("dround")
    public static double dround(double value) {
        return Math.rint(value);
    }

    @Prosrc("dceil")
    public static double dceil(double value) {
        return Math.ceil(value);
    }

    @Prosrc("dfloor")
    public static double dfloor(double value) {
        return Math.floor(value);
    }

    @Prosrc("dtrunc")
    public static double dtrunc(double value) {
        return value >= 0 ? Math.floor(value) : -Math.floor(-value);
    }

    @Prosrc("dsign")
    public static double dsign(double value) {
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    }

    @Prosrc("dcbrt")
    public static double dcbrt(double value) {
        return Math.cbrt(value);
    }

    @Prosrc("datan")
    public static double datan(double value) {
        return Math.atan(value);
    }

    @Prosrc("dtanh")
    public static double dtanh(double value) {
        return Math.tanh(value);
    }

    @Prosrc("dsin")
    public static double dsin(double value) {
        if (Double.isInfinite(value)) {
            throw inputOutOfRange();
        }
        return Math.sin(value);
    }

    @Prosrc("dcos")
    public static double dcos(double value) {
        if (Double.isInfinite(value)) {
            throw inputOutOfRange();
        }
        return Math.cos(value);
    }

    @Prosrc("dtan")
    public static double dtan(double value) {
        if (Double.isInfinite(value)) {
            throw inputOutOfRange();
        }
        return Math.tan(value);
    }

    @Prosrc("dcot")
    public static double dcot(double value) {
        if (Double.isInfinite(value)) {
            throw inputOutOfRange();
        }
        return 1 / Math.tan(value);
    }

    @Prosrc("dasin")
    public static double dasin(double value) {
        if (value < -1 || value > 1) {
            throw inputOutOfRange();
        }
        return Math.asin(value);
    }

    @Prosrc("dacos")
    public static double dacos(double value) {
        if (value < -1 || value > 1) {
            throw inputOutOfRange();
        }
        return Math.acos(value);
    }
}
