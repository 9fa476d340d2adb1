package io.pglitedb.types.numeric;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;

/// sum, avg, variance and standard deviation over integers and numeric.
public final class NumericAggregates {
    private NumericAggregates() {}

    private static Object add(Object state, Numeric value, boolean withSquares) {
        NumericSumState sums = state == null ? new NumericSumState() : (NumericSumState) state;
        if (value != null) {
            sums.add(value, withSquares);
        }
        return sums;
    }

    /// Null when the state cannot do without the value: the aggregate starts over.
    private static Object remove(Object state, Numeric value, boolean withSquares) {
        return value == null || ((NumericSumState) state).remove(value, withSquares) ? state : null;
    }

    private static Numeric numeric(Number value) {
        return value == null ? null : Numeric.of(value.longValue());
    }

    private static NumericSumState sums(Object state) {
        return state == null ? new NumericSumState() : (NumericSumState) state;
    }

    @Prosrc("numeric_accum")
    public static Object accumulate(Object state, Numeric value) {
        return add(state, value, true);
    }

    @Prosrc("numeric_accum_inv")
    public static Object unaccumulate(Object state, Numeric value) {
        return remove(state, value, true);
    }

    @Prosrc("numeric_avg_accum")
    public static Object accumulateSum(Object state, Numeric value) {
        return add(state, value, false);
    }

    @Prosrc("int2_accum")
    public static Object accumulate(Object state, Short value) {
        return add(state, numeric(value), true);
    }

    @Prosrc("int2_accum_inv")
    public static Object unaccumulate(Object state, Short value) {
        return remove(state, numeric(value), true);
    }

    @Prosrc("int4_accum")
    public static Object accumulate(Object state, Integer value) {
        return add(state, numeric(value), true);
    }

    @Prosrc("int4_accum_inv")
    public static Object unaccumulate(Object state, Integer value) {
        return remove(state, numeric(value), true);
    }

    @Prosrc("int8_accum")
    public static Object accumulate(Object state, Long value) {
        return add(state, numeric(value), true);
    }

    @Prosrc("int8_accum_inv")
    public static Object unaccumulate(Object state, Long value) {
        return remove(state, numeric(value), true);
    }

    @Prosrc("int8_avg_accum")
    public static Object accumulateSum(Object state, Long value) {
        return add(state, numeric(value), false);
    }

    @Prosrc("int8_avg_accum_inv")
    public static Object unaccumulateSum(Object state, Long value) {
        return remove(state, numeric(value), false);
    }

    @Prosrc({"numeric_combine", "numeric_avg_combine", "numeric_poly_combine", "int8_avg_combine"})
    public static Object combine(Object left, Object right) {
        if (left == null || right == null) {
            return left != null ? left : right == null ? null : ((NumericSumState) right).copy();
        }
        ((NumericSumState) left).merge((NumericSumState) right);
        return left;
    }

    @Prosrc({"numeric_sum", "numeric_poly_sum"})
    public static Numeric sum(Object state) {
        return sums(state).sum();
    }

    @Prosrc({"numeric_avg", "numeric_poly_avg"})
    public static Numeric average(Object state) {
        return sums(state).average();
    }

    @Prosrc({"numeric_var_samp", "numeric_poly_var_samp"})
    public static Numeric sampleVariance(Object state) {
        return sums(state).variance(true, false);
    }

    @Prosrc({"numeric_var_pop", "numeric_poly_var_pop"})
    public static Numeric populationVariance(Object state) {
        return sums(state).variance(false, false);
    }

    @Prosrc({"numeric_stddev_samp", "numeric_poly_stddev_samp"})
    public static Numeric sampleDeviation(Object state) {
        return sums(state).variance(true, true);
    }

    @Prosrc({"numeric_stddev_pop", "numeric_poly_stddev_pop"})
    public static Numeric populationDeviation(Object state) {
        return sums(state).variance(false, true);
    }
}
