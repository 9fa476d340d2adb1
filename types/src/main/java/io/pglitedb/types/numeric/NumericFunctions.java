package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Operators and functions of numeric.
public final class NumericFunctions {
    private NumericFunctions() {}

    @Prosrc("numeric_eq")
    public static boolean numeric_eq(Numeric left, Numeric right) {
        return left.compareTo(right) == 0;
    }

    @Prosrc("numeric_ne")
    public static boolean numeric_ne(Numeric left, Numeric right) {
        return left.compareTo(right) != 0;
    }

    @Prosrc("numeric_lt")
    public static boolean numeric_lt(Numeric left, Numeric right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc("numeric_le")
    public static boolean numeric_le(Numeric left, Numeric right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc("numeric_gt")
    public static boolean numeric_gt(Numeric left, Numeric right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc("numeric_ge")
    public static boolean numeric_ge(Numeric left, Numeric right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc("numeric_larger")
    public static Numeric numeric_larger(Numeric left, Numeric right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    @Prosrc("numeric_smaller")
    public static Numeric numeric_smaller(Numeric left, Numeric right) {
        return left.compareTo(right) < 0 ? left : right;
    }

    @Prosrc("numeric_cmp")
    public static int numeric_cmp(Numeric left, Numeric right) {
        return left.compareTo(right);
    }

    @Prosrc("numeric_add")
    public static Numeric add(Numeric left, Numeric right) {
        return NumericArithmetic.add(left, right);
    }

    @Prosrc("numeric_sub")
    public static Numeric subtract(Numeric left, Numeric right) {
        return NumericArithmetic.subtract(left, right);
    }

    @Prosrc("numeric_mul")
    public static Numeric multiply(Numeric left, Numeric right) {
        return NumericArithmetic.multiply(left, right);
    }

    @Prosrc("numeric_div")
    public static Numeric divide(Numeric left, Numeric right) {
        return NumericArithmetic.divide(left, right);
    }

    @Prosrc("numeric_div_trunc")
    public static Numeric divideTruncated(Numeric left, Numeric right) {
        return NumericArithmetic.divideTruncated(left, right);
    }

    @Prosrc("numeric_mod")
    public static Numeric remainder(Numeric left, Numeric right) {
        return NumericArithmetic.remainder(left, right);
    }

    @Prosrc("numeric_power")
    public static Numeric power(Numeric base, Numeric exponent) {
        return NumericMath.power(base, exponent);
    }

    @Prosrc("numeric_log")
    public static Numeric logarithm(Numeric base, Numeric value) {
        return NumericMath.logarithm(base, value);
    }

    @Prosrc("numeric_ln")
    public static Numeric ln(Numeric value) {
        return NumericMath.naturalLogarithm(value);
    }

    @Prosrc("numeric_exp")
    public static Numeric exp(Numeric value) {
        return NumericMath.exponential(value);
    }

    @Prosrc("numeric_sqrt")
    public static Numeric sqrt(Numeric value) {
        return NumericMath.squareRoot(value);
    }

    @Prosrc("numeric_uminus")
    public static Numeric negate(Numeric value) {
        return value.negate();
    }

    @Prosrc("numeric_uplus")
    public static Numeric plus(Numeric value) {
        return value;
    }

    @Prosrc("numeric_abs")
    public static Numeric abs(Numeric value) {
        return value.abs();
    }

    @Prosrc("numeric_inc")
    public static Numeric increment(Numeric value) {
        return NumericArithmetic.add(value, Numeric.ONE);
    }

    @Prosrc("numeric_sign")
    public static Numeric sign(Numeric value) {
        return value.isNaN() ? value : Numeric.of(value.signum());
    }

    @Prosrc("numeric_ceil")
    public static Numeric ceiling(Numeric value) {
        return atPoint(value, RoundingMode.CEILING);
    }

    @Prosrc("numeric_floor")
    public static Numeric floor(Numeric value) {
        return atPoint(value, RoundingMode.FLOOR);
    }

    private static Numeric atPoint(Numeric value, RoundingMode mode) {
        return value.isFinite() ? Numeric.of(value.decimal().setScale(0, mode)) : value;
    }

    /// Digits before the point at most, and one more: rounding there leaves nothing.
    private static final int SCALE_MIN = -131_073;

    private static final int SCALE_MAX = 16_383;

    private static Numeric atScale(Numeric value, int scale, RoundingMode mode) {
        if (!value.isFinite()) {
            return value;
        }
        int limited = Math.max(SCALE_MIN, Math.min(scale, SCALE_MAX));
        BigDecimal rounded = value.decimal().setScale(limited, mode);
        if (rounded.signum() != 0 && (long) rounded.precision() - rounded.scale() > -(SCALE_MIN + 1)) {
            throw NumericArithmetic.overflow();
        }
        return Numeric.of(rounded);
    }

    @Prosrc("numeric_round")
    public static Numeric round(Numeric value, int scale) {
        return atScale(value, scale, RoundingMode.HALF_UP);
    }

    @Prosrc("numeric_trunc")
    public static Numeric truncate(Numeric value, int scale) {
        return atScale(value, scale, RoundingMode.DOWN);
    }

    @Prosrc("numeric")
    public static Numeric fit(Numeric value, int typmod) {
        return NumericText.fit(value, typmod);
    }

    @Prosrc("numeric_scale")
    public static Integer scale(Numeric value) {
        return value.isFinite() ? Integer.valueOf(value.displayScale()) : null;
    }

    @Prosrc("numeric_min_scale")
    public static Integer minimalScale(Numeric value) {
        return value.isFinite() ? Integer.valueOf(trimScale(value).displayScale()) : null;
    }

    @Prosrc("numeric_trim_scale")
    public static Numeric trimScale(Numeric value) {
        return value.isFinite() ? Numeric.of(value.decimal().stripTrailingZeros()) : value;
    }

    @Prosrc("numeric_gcd")
    public static Numeric greatestCommonDivisor(Numeric left, Numeric right) {
        if (!left.isFinite() || !right.isFinite()) {
            return Numeric.NAN;
        }
        int scale = Math.max(left.displayScale(), right.displayScale());
        BigInteger a = left.decimal().setScale(scale).unscaledValue();
        return Numeric.of(new BigDecimal(a.gcd(right.decimal().setScale(scale).unscaledValue()), scale));
    }

    @Prosrc("numeric_lcm")
    public static Numeric leastCommonMultiple(Numeric left, Numeric right) {
        if (!left.isFinite() || !right.isFinite()) {
            return Numeric.NAN;
        }
        int scale = Math.max(left.displayScale(), right.displayScale());
        BigInteger a = left.decimal().setScale(scale).unscaledValue();
        BigInteger b = right.decimal().setScale(scale).unscaledValue();
        BigInteger multiple = a.signum() == 0 || b.signum() == 0
                ? BigInteger.ZERO
                : a.divide(a.gcd(b)).multiply(b).abs();
        return NumericArithmetic.checked(new BigDecimal(multiple, scale));
    }

    @Prosrc("numeric_fac")
    public static Numeric factorial(long value) {
        if (value < 0) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "factorial of a negative number is undefined");
        }
        if (value > 32177) {
            throw NumericArithmetic.overflow();
        }
        BigInteger product = BigInteger.ONE;
        for (long factor = 2; factor <= value; factor++) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return Numeric.of(product);
    }
}
