package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// The four operations on numeric with PostgreSQL's choice of result scale. Source of the rules: PostgreSQL 15,
/// `numeric.c`, which counts in digits of base 10000; where its results show that, this does too.
public final class NumericArithmetic {
    /// Digits before the point that the stored form of PostgreSQL can have: (32767 + 1) × 4.
    static final int MAX_INTEGER_DIGITS = 131072;
    /// Digits after the point that the stored form of PostgreSQL can have.
    static final int MAX_SCALE = 16383;
    /// Display scale that no computed (as opposed to exact) result exceeds.
    static final int MAX_DISPLAY_SCALE = 1000;
    /// Significant digits that a computed result has at least.
    static final int MIN_SIGNIFICANT_DIGITS = 16;

    private NumericArithmetic() {}

    static PgException overflow() {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
    }

    /// 22003 when PostgreSQL could not store the number.
    static Numeric checked(BigDecimal decimal) {
        if (decimal.scale() > MAX_SCALE
                || decimal.signum() != 0 && (long) decimal.precision() - decimal.scale() > MAX_INTEGER_DIGITS) {
            throw overflow();
        }
        return Numeric.of(decimal);
    }

    public static Numeric add(Numeric left, Numeric right) {
        if (left.isFinite() && right.isFinite()) {
            return checked(left.decimal().add(right.decimal()));
        }
        if (left.isNaN() || right.isNaN() || left.isInfinite() && right.isInfinite() && !left.equals(right)) {
            return Numeric.NAN;
        }
        return left.isInfinite() ? left : right;
    }

    public static Numeric subtract(Numeric left, Numeric right) {
        return add(left, right.negate());
    }

    public static Numeric multiply(Numeric left, Numeric right) {
        if (left.isFinite() && right.isFinite()) {
            BigDecimal product = left.decimal().multiply(right.decimal());
            return checked(product.scale() > MAX_SCALE ? product.setScale(MAX_SCALE, RoundingMode.HALF_UP) : product);
        }
        if (left.isNaN() || right.isNaN() || left.signum() == 0 || right.signum() == 0) {
            return Numeric.NAN;
        }
        return Numeric.infinity(left.signum() != right.signum());
    }

    public static Numeric divide(Numeric left, Numeric right) {
        if (left.isNaN() || right.isNaN() || left.isInfinite() && right.isInfinite()) {
            return Numeric.NAN;
        }
        if (right.signum() == 0) {
            throw NumberErrors.divisionByZero();
        }
        if (left.isInfinite()) {
            return Numeric.infinity(left.signum() != right.signum());
        }
        if (right.isInfinite()) {
            return Numeric.ZERO;
        }
        return checked(quotient(left.decimal(), right.decimal()));
    }

    /// Rounded to `divisionScale`.
    static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        return left.divide(right, divisionScale(left, right), RoundingMode.HALF_UP);
    }

    /// Quotient cut at the point.
    public static Numeric divideTruncated(Numeric left, Numeric right) {
        if (!left.isFinite() || !right.isFinite() || right.signum() == 0) {
            return divide(left, right);
        }
        return checked(left.decimal().divide(right.decimal(), 0, RoundingMode.DOWN));
    }

    /// Has the sign of the left operand.
    public static Numeric remainder(Numeric left, Numeric right) {
        if (left.isNaN() || right.isNaN()) {
            return Numeric.NAN;
        }
        if (right.signum() == 0) {
            throw NumberErrors.divisionByZero();
        }
        if (left.isInfinite()) {
            return Numeric.NAN;
        }
        if (right.isInfinite()) {
            return left;
        }
        int scale = Math.max(left.displayScale(), right.displayScale());
        return Numeric.of(left.decimal().remainder(right.decimal()).setScale(scale));
    }

    /// At least 16 significant digits and no fewer than either operand shows. `select_div_scale`.
    static int divisionScale(BigDecimal left, BigDecimal right) {
        int quotientWeight = weight(left) - weight(right);
        if (leadingDigit(left) <= leadingDigit(right)) {
            quotientWeight--;
        }
        return displayScale(MIN_SIGNIFICANT_DIGITS - quotientWeight * 4, left.scale(), right.scale());
    }

    /// The greatest of the three, within 0 … 1000.
    static int displayScale(int wanted, int leftScale, int rightScale) {
        return Math.min(Math.max(Math.max(wanted, 0), Math.max(leftScale, rightScale)), MAX_DISPLAY_SCALE);
    }

    /// Exponent of the leading decimal digit: 0 for 1 … 9.99. 0 for zero.
    static int exponent(BigDecimal decimal) {
        return decimal.signum() == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
    }

    /// Exponent of the leading digit in base 10000; 0 for zero.
    static int weight(BigDecimal decimal) {
        return Math.floorDiv(exponent(decimal), 4);
    }

    /// The leading digit in base 10000; 0 for zero.
    static int leadingDigit(BigDecimal decimal) {
        return (int) leadingDigits(decimal, 1);
    }

    /// The leading `count` digits in base 10000 as one number, count ≤ 4.
    static long leadingDigits(BigDecimal decimal, int count) {
        if (decimal.signum() == 0) {
            return 0;
        }
        int shift = (count - 1 - weight(decimal)) * 4 - decimal.scale(); // decimal digits to add to the unscaled value
        BigInteger unscaled = decimal.unscaledValue().abs();
        if (unscaled.bitLength() < 63 && shift <= 0 && shift > -19) {
            return unscaled.longValue() / LONG_POWERS[-shift];
        }
        return (shift < 0 ? unscaled.divide(BigInteger.TEN.pow(-shift)) : unscaled.multiply(BigInteger.TEN.pow(shift)))
                .longValue();
    }

    private static final long[] LONG_POWERS = powersOfTen();

    /// @param exponent 0 … 18
    static long powerOfTen(int exponent) {
        return LONG_POWERS[exponent];
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
