package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Roots, powers, exponentials and logarithms of numeric: result scales as PostgreSQL 15's `numeric.c` chooses
/// them,
/// digits computed with more precision than shown and rounded once.
public final class NumericMath {
    private static final int MAX_RESULT_SCALE = 2000;
    private static final double LOG10_E = 0.434294481903252;

    private NumericMath() {}

    private static PgException powerError(String message) {
        return new PgException(SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, message);
    }

    /// Half-up at `scale`: one digit more is cut, not rounded, so the last rounding is exact.
    static BigDecimal squareRoot(BigDecimal value, int scale) {
        int guard = scale + 1;
        BigInteger root =
                value.setScale(2 * guard, RoundingMode.DOWN).unscaledValue().sqrt();
        return new BigDecimal(root, guard).setScale(scale, RoundingMode.HALF_UP);
    }

    public static Numeric squareRoot(Numeric value) {
        if (value.isNaN() || value.equals(Numeric.POSITIVE_INFINITY)) {
            return value;
        }
        if (value.signum() < 0) {
            throw powerError("cannot take square root of a negative number");
        }
        BigDecimal decimal = value.decimal();
        int integerDigits = (NumericArithmetic.weight(decimal) + 1) * 2 - 1;
        int scale = NumericArithmetic.displayScale(
                NumericArithmetic.MIN_SIGNIFICANT_DIGITS - integerDigits, decimal.scale(), 0);
        int exact = Math.max(scale, (decimal.scale() + 1) / 2);
        return Numeric.of(squareRoot(decimal, exact).setScale(scale, RoundingMode.HALF_UP));
    }

    public static Numeric exponential(Numeric value) {
        if (!value.isFinite()) {
            return value.equals(Numeric.NEGATIVE_INFINITY) ? Numeric.ZERO : value;
        }
        BigDecimal decimal = value.decimal();
        double size = decimal.doubleValue();
        double resultExponent = Math.max(-MAX_RESULT_SCALE, Math.min(size * LOG10_E, MAX_RESULT_SCALE));
        int scale = NumericArithmetic.displayScale(
                NumericArithmetic.MIN_SIGNIFICANT_DIGITS - (int) resultExponent, decimal.scale(), 0);
        return Numeric.of(exponential(decimal, scale));
    }

    private static BigDecimal exponential(BigDecimal value, int scale) {
        double size = value.doubleValue();
        if (Math.abs(size) >= MAX_RESULT_SCALE * 3) {
            if (size > 0) {
                throw NumericArithmetic.overflow();
            }
            return BigDecimal.ZERO.setScale(scale);
        }
        int digits = Math.max(scale + (int) (size * LOG10_E), 0) + 12; // significant ones
        return exponentialDigits(value, new MathContext(digits)).setScale(scale, RoundingMode.HALF_UP);
    }

    /// Halves the argument until it is below 0.01, sums the Taylor series, squares back.
    private static BigDecimal exponentialDigits(BigDecimal value, MathContext digits) {
        int halvings = Math.max(0, Math.getExponent(value.doubleValue()) + 8);
        MathContext working = new MathContext(digits.getPrecision() + halvings + 6);
        BigDecimal reduced = value.divide(new BigDecimal(BigInteger.TWO.pow(halvings)), working);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; term.signum() != 0 && NumericArithmetic.exponent(term) > -working.getPrecision(); i++) {
            term = term.multiply(reduced, working).divide(BigDecimal.valueOf(i), working);
            sum = sum.add(term, working);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, working);
        }
        return sum;
    }

    /// ln of a positive number, correct to about `scale` digits after the point.
    private static BigDecimal logarithmDigits(BigDecimal value, int scale) {
        int digits = scale
                + 12
                + Math.max(
                        0,
                        Integer.toString(Math.abs(NumericArithmetic.exponent(value)))
                                .length());
        MathContext working = new MathContext(digits + 8);
        BigDecimal reduced = value;
        int roots = 0;
        BigDecimal near = new BigDecimal("0.05");
        while (reduced.subtract(BigDecimal.ONE).abs().compareTo(near) > 0) {
            reduced = reduced.sqrt(working);
            roots++;
        }
        // ln x = 2 artanh((x - 1) / (x + 1))
        BigDecimal z = reduced.subtract(BigDecimal.ONE).divide(reduced.add(BigDecimal.ONE), working);
        BigDecimal square = z.multiply(z, working);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int i = 3; power.signum() != 0 && NumericArithmetic.exponent(power) > -digits - 8; i += 2) {
            power = power.multiply(square, working);
            sum = sum.add(power.divide(BigDecimal.valueOf(i), working), working);
        }
        return sum.multiply(new BigDecimal(BigInteger.TWO.pow(roots + 1)), working);
    }

    /// Decimal exponent that ln of the number has, estimated as PostgreSQL does.
    private static int logarithmExponent(BigDecimal value) {
        if (value.compareTo(new BigDecimal("0.9")) >= 0 && value.compareTo(new BigDecimal("1.1")) <= 0) {
            BigDecimal distance = value.subtract(BigDecimal.ONE);
            return distance.signum() == 0
                    ? 0
                    : NumericArithmetic.weight(distance) * 4
                            + (int) Math.log10(NumericArithmetic.leadingDigit(distance));
        }
        boolean oneDigit = NumericType.digits(value).length == 1;
        long digits = NumericArithmetic.leadingDigits(value, oneDigit ? 1 : 2);
        int exponent = NumericArithmetic.weight(value) * 4 - (oneDigit ? 0 : 4);
        return (int) Math.log10(Math.abs(Math.log(digits) + exponent * 2.302585092994046));
    }

    private static void checkLogarithm(Numeric value) {
        if (!value.isNaN() && value.signum() <= 0) {
            throw new PgException(
                    SqlState.INVALID_ARGUMENT_FOR_LOG,
                    value.signum() == 0
                            ? "cannot take logarithm of zero"
                            : "cannot take logarithm of a negative number");
        }
    }

    public static Numeric naturalLogarithm(Numeric value) {
        checkLogarithm(value);
        if (!value.isFinite()) {
            return value;
        }
        BigDecimal decimal = value.decimal();
        int scale = NumericArithmetic.displayScale(
                NumericArithmetic.MIN_SIGNIFICANT_DIGITS - logarithmExponent(decimal), decimal.scale(), 0);
        return Numeric.of(logarithmDigits(decimal, scale).setScale(scale, RoundingMode.HALF_UP));
    }

    public static Numeric logarithm(Numeric base, Numeric value) {
        if (base.isNaN() || value.isNaN()) {
            return Numeric.NAN;
        }
        checkLogarithm(base);
        checkLogarithm(value);
        if (base.isInfinite()) {
            return value.isInfinite() ? Numeric.NAN : Numeric.ZERO;
        }
        if (value.isInfinite()) {
            return value;
        }
        int exponent = logarithmExponent(value.decimal()) - logarithmExponent(base.decimal());
        int scale = NumericArithmetic.displayScale(
                NumericArithmetic.MIN_SIGNIFICANT_DIGITS - exponent, base.displayScale(), value.displayScale());
        int working = scale + Math.abs(exponent) + Math.abs(logarithmExponent(base.decimal())) + 10;
        BigDecimal divisor = logarithmDigits(base.decimal(), working);
        if (divisor.signum() == 0) {
            throw NumberErrors.divisionByZero();
        }
        return Numeric.of(logarithmDigits(value.decimal(), working).divide(divisor, scale, RoundingMode.HALF_UP));
    }

    static boolean isIntegral(Numeric value) {
        return value.isInfinite()
                || value.isFinite() && value.decimal().remainder(BigDecimal.ONE).signum() == 0;
    }

    public static Numeric power(Numeric base, Numeric exponent) {
        if (base.isNaN()) {
            return exponent.isFinite() && exponent.signum() == 0 ? Numeric.ONE : Numeric.NAN;
        }
        if (exponent.isNaN()) {
            return base.equals(Numeric.ONE) ? Numeric.ONE : Numeric.NAN;
        }
        if (base.signum() == 0 && exponent.signum() < 0) {
            throw powerError("zero raised to a negative power is undefined");
        }
        if (base.signum() < 0 && !isIntegral(exponent)) {
            throw powerError("a negative number raised to a non-integer power yields a complex result");
        }
        if (!base.isFinite() || !exponent.isFinite()) {
            return infinitePower(base, exponent);
        }
        return NumericArithmetic.checked(power(base.decimal(), exponent.decimal()));
    }

    /// POSIX's rules.
    private static Numeric infinitePower(Numeric base, Numeric exponent) {
        if (exponent.isInfinite()) {
            int size = base.abs().compareTo(Numeric.ONE);
            if (size == 0) {
                return Numeric.ONE;
            }
            return size > 0 == exponent.signum() > 0 ? Numeric.POSITIVE_INFINITY : Numeric.ZERO;
        }
        if (exponent.signum() == 0) {
            return Numeric.ONE;
        }
        if (exponent.signum() < 0) {
            return Numeric.ZERO;
        }
        boolean odd = exponent.decimal().toBigInteger().testBit(0);
        return Numeric.infinity(base.signum() < 0 && odd);
    }

    private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean integral = exponent.remainder(BigDecimal.ONE).signum() == 0;
        if (integral
                && exponent.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
                && exponent.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            int scale = NumericArithmetic.displayScale(NumericArithmetic.MIN_SIGNIFICANT_DIGITS, base.scale(), 0);
            return integerPower(base, exponent.intValueExact(), scale);
        }
        if (base.signum() == 0) {
            return BigDecimal.ZERO.setScale(NumericArithmetic.MIN_SIGNIFICANT_DIGITS);
        }
        boolean negative = base.signum() < 0 && exponent.toBigInteger().testBit(0);
        BigDecimal size = base.abs();
        int coarseScale = Math.min(Math.max(8 - logarithmExponent(size), 0), NumericArithmetic.MAX_DISPLAY_SCALE);
        double coarse = logarithmDigits(size, coarseScale).multiply(exponent).doubleValue();
        if (Math.abs(coarse) > MAX_RESULT_SCALE * 3.01) {
            if (coarse > 0) {
                throw NumericArithmetic.overflow();
            }
            return BigDecimal.ZERO.setScale(NumericArithmetic.MAX_DISPLAY_SCALE);
        }
        double resultExponent = coarse * LOG10_E;
        int scale = NumericArithmetic.displayScale(
                NumericArithmetic.MIN_SIGNIFICANT_DIGITS - (int) resultExponent, base.scale(), exponent.scale());
        int working = Math.max(scale + (int) Math.abs(resultExponent), 0)
                + Math.max(NumericArithmetic.exponent(exponent), 0)
                + 16;
        BigDecimal logarithm = logarithmDigits(size, working).multiply(exponent);
        BigDecimal result = exponential(logarithm, scale);
        return negative ? result.negate() : result;
    }

    private static BigDecimal integerPower(BigDecimal base, int exponent, int scale) {
        if (exponent == 0) {
            return BigDecimal.ONE.setScale(scale);
        }
        if (base.signum() == 0) {
            return BigDecimal.ZERO.setScale(scale);
        }
        double resultExponent = exponent
                * (Math.log10(base.abs()
                                .round(new MathContext(16))
                                .unscaledValue()
                                .doubleValue())
                        - base.round(new MathContext(16)).scale());
        if (resultExponent > 3.0 * Short.MAX_VALUE * 4) {
            throw NumericArithmetic.overflow();
        }
        if (resultExponent + 1 < -scale) {
            return BigDecimal.ZERO.setScale(scale);
        }
        MathContext working = new MathContext(Math.max((int) resultExponent, 0) + scale + 24);
        BigDecimal positive = power(base, Math.abs((long) exponent), working);
        BigDecimal result = exponent > 0 ? positive : BigDecimal.ONE.divide(positive, working);
        return result.setScale(scale, RoundingMode.HALF_UP);
    }

    /// BigDecimal takes exponents up to 999,999,999 only.
    private static BigDecimal power(BigDecimal base, long exponent, MathContext working) {
        if (exponent <= 999_999_999) {
            return base.pow((int) exponent, working);
        }
        BigDecimal half = power(base, exponent / 2, working);
        BigDecimal square = half.multiply(half, working);
        return exponent % 2 == 0 ? square : square.multiply(base, working);
    }
}
