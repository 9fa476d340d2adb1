package io.pglitedb.types.numeric;

import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;

/// Running count, sum and sum of squares of numeric or int8 values: the `internal` state of sum, avg, variance
/// and standard deviation. Changed in place. NaN and infinities are counted apart, so that they can leave a
/// moving frame.
final class NumericSumState {
    private long finite;
    private long nans;
    /// Largest display scale among the finite values, and how many have it.
    private int largestScale;
    private long withLargestScale;
    private long positiveInfinities;
    private long negativeInfinities;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    void add(Numeric value, boolean withSquares) {
        if (value.isFinite()) {
            finite++;
            countScale(value.decimal().scale(), 1);
            sum = sum.add(value.decimal());
            if (withSquares) {
                squares = squares.add(value.decimal().pow(2));
            }
        } else {
            countSpecial(value, 1);
        }
    }

    private void countScale(int scale, long by) {
        if (scale > largestScale) {
            largestScale = scale;
            withLargestScale = by;
        } else if (scale == largestScale) {
            withLargestScale += by;
        }
    }

    private void countSpecial(Numeric value, int by) {
        if (value.isNaN()) {
            nans += by;
        } else if (value.signum() > 0) {
            positiveInfinities += by;
        } else {
            negativeInfinities += by;
        }
    }

    /// False, and nothing is changed, when the last value with the largest display scale would leave: the sum of
    /// the others has a smaller one, and must be made anew.
    boolean remove(Numeric value, boolean withSquares) {
        if (!value.isFinite()) {
            countSpecial(value, -1);
            return true;
        }
        if (value.decimal().scale() == largestScale && largestScale > 0 && withLargestScale == 1 && finite > 1) {
            return false;
        }
        finite--;
        if (finite == 0) {
            largestScale = 0;
            withLargestScale = 0;
            sum = BigDecimal.ZERO;
            squares = BigDecimal.ZERO;
            return true;
        }
        withLargestScale -= value.decimal().scale() == largestScale ? 1 : 0;
        sum = sum.subtract(value.decimal());
        if (withSquares) {
            squares = squares.subtract(value.decimal().pow(2));
        }
        return true;
    }

    void merge(NumericSumState other) {
        finite += other.finite;
        if (other.withLargestScale > 0) {
            countScale(other.largestScale, other.withLargestScale);
        }
        nans += other.nans;
        positiveInfinities += other.positiveInfinities;
        negativeInfinities += other.negativeInfinities;
        sum = sum.add(other.sum);
        squares = squares.add(other.squares);
    }

    NumericSumState copy() {
        NumericSumState copy = new NumericSumState();
        copy.merge(this);
        return copy;
    }

    private long rows() {
        return finite + nans + positiveInfinities + negativeInfinities;
    }

    /// Null when all rows are finite.
    private Numeric special() {
        if (nans > 0 || positiveInfinities > 0 && negativeInfinities > 0) {
            return Numeric.NAN;
        }
        if (positiveInfinities > 0) {
            return Numeric.POSITIVE_INFINITY;
        }
        return negativeInfinities > 0 ? Numeric.NEGATIVE_INFINITY : null;
    }

    Numeric sum() {
        Numeric special = special();
        return rows() == 0 ? null : special != null ? special : NumericArithmetic.checked(sum);
    }

    Numeric average() {
        Numeric special = special();
        if (rows() == 0 || special != null) {
            return special;
        }
        return NumericArithmetic.divide(Numeric.of(sum), Numeric.of(finite));
    }

    /// (N Σx² - (Σx)²) / (N (N - 1)) or / N², or its square root.
    Numeric variance(boolean sample, boolean deviation) {
        if (rows() == 0 || sample && rows() == 1) {
            return null;
        }
        if (special() != null) {
            return Numeric.NAN;
        }
        BigDecimal n = BigDecimal.valueOf(finite);
        BigDecimal numerator = n.multiply(squares).subtract(sum.multiply(sum));
        if (numerator.signum() <= 0) {
            return Numeric.ZERO;
        }
        BigDecimal denominator = n.multiply(sample ? BigDecimal.valueOf(finite - 1) : n);
        BigDecimal variance = NumericArithmetic.quotient(numerator, denominator);
        return Numeric.of(deviation ? NumericMath.squareRoot(variance, variance.scale()) : variance);
    }
}
