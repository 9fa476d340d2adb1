package io.pglitedb.types.floating;

import io.pglitedb.types.Oids;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;

/// avg, variance, standard deviation and regression over float8. States are float8 arrays: {N, Sx, Sxx}, and
/// {N, Sx, Sxx, Sy, Syy, Sxy} for pairs. Sums of squares about the mean are updated by the method of Youngs and
/// Cramer, in PostgreSQL's order of operations, so that the last digits agree.
public final class FloatAggregates {
    /// Numbers of the state of one column.
    public static final int STATE_WIDTH = 3;

    private FloatAggregates() {}

    private static double at(PgArray state, int index) {
        return (Double) state.elements()[index];
    }

    private static PgArray state(Object... values) {
        return PgArray.of(Oids.FLOAT8, values);
    }

    @Prosrc("float4_accum")
    public static PgArray accumulate(PgArray state, float value) {
        return accumulate(state, (double) value);
    }

    @Prosrc("float8_accum")
    public static PgArray accumulate(PgArray state, double value) {
        double[] numbers = {at(state, 0), at(state, 1), at(state, 2)};
        accumulate(numbers, 0, value);
        return state(numbers[0], numbers[1], numbers[2]);
    }

    /// Adds a value to the state {N, Sx, Sxx} that stands at a place of an array.
    public static void accumulate(double[] states, int at, double value) {
        double before = states[at];
        double n = before + 1;
        double sx = states[at + 1] + value;
        double sxx = states[at + 2];
        if (before > 0) {
            double deviation = value * n - sx;
            sxx += deviation * deviation / (n * before);
            if (Double.isInfinite(sx) || Double.isInfinite(sxx)) {
                if (!Double.isInfinite(states[at + 1]) && !Double.isInfinite(value)) {
                    throw FloatFunctions.overflow();
                }
                sxx = Double.NaN;
            }
        } else if (!Double.isFinite(value)) {
            sxx = Double.NaN;
        }
        states[at] = n;
        states[at + 1] = sx;
        states[at + 2] = sxx;
    }

    @Prosrc("float8_combine")
    public static PgArray combine(PgArray left, PgArray right) {
        double n1 = at(left, 0);
        double n2 = at(right, 0);
        if (n1 == 0) {
            return right;
        }
        if (n2 == 0) {
            return left;
        }
        double n = n1 + n2;
        double sx = FloatFunctions.float8pl(at(left, 1), at(right, 1));
        return state(n, sx, squares(left, right, 1, n));
    }

    private static double squares(PgArray left, PgArray right, int sum, double n) {
        return products(left, right, sum, sum, sum + 1, n);
    }

    private static double products(PgArray left, PgArray right, int sumX, int sumY, int product, double n) {
        double n1 = at(left, 0);
        double n2 = at(right, 0);
        double x = at(left, sumX) / n1 - at(right, sumX) / n2;
        double y = at(left, sumY) / n1 - at(right, sumY) / n2;
        double result = at(left, product) + at(right, product) + n1 * n2 * x * y / n;
        FloatFunctions.checkOverflow(
                result, Double.isInfinite(at(left, product)) || Double.isInfinite(at(right, product)));
        return result;
    }

    @Prosrc("float8_avg")
    public static Double average(PgArray state) {
        return at(state, 0) == 0 ? null : Double.valueOf(at(state, 1) / at(state, 0));
    }

    @Prosrc("float8_var_pop")
    public static Double populationVariance(PgArray state) {
        return at(state, 0) == 0 ? null : Double.valueOf(at(state, 2) / at(state, 0));
    }

    @Prosrc("float8_var_samp")
    public static Double sampleVariance(PgArray state) {
        return at(state, 0) <= 1 ? null : Double.valueOf(at(state, 2) / (at(state, 0) - 1));
    }

    @Prosrc("float8_stddev_pop")
    public static Double populationDeviation(PgArray state) {
        Double variance = populationVariance(state);
        return variance == null ? null : Double.valueOf(Math.sqrt(variance));
    }

    @Prosrc("float8_stddev_samp")
    public static Double sampleDeviation(PgArray state) {
        Double variance = sampleVariance(state);
        return variance == null ? null : Double.valueOf(Math.sqrt(variance));
    }

    @Prosrc("float8_regr_accum")
    public static PgArray accumulatePair(PgArray state, double y, double x) {
        double before = at(state, 0);
        double n = before + 1;
        double sx = at(state, 1) + x;
        double sxx = at(state, 2);
        double sy = at(state, 3) + y;
        double syy = at(state, 4);
        double sxy = at(state, 5);
        if (before > 0) {
            double deviationX = x * n - sx;
            double deviationY = y * n - sy;
            double scale = 1.0 / (n * before);
            sxx += deviationX * deviationX * scale;
            syy += deviationY * deviationY * scale;
            sxy += deviationX * deviationY * scale;
            boolean infiniteX = Double.isInfinite(at(state, 1)) || Double.isInfinite(x);
            boolean infiniteY = Double.isInfinite(at(state, 3)) || Double.isInfinite(y);
            FloatFunctions.checkOverflow(sx, infiniteX);
            FloatFunctions.checkOverflow(sxx, infiniteX);
            FloatFunctions.checkOverflow(sy, infiniteY);
            FloatFunctions.checkOverflow(syy, infiniteY);
            FloatFunctions.checkOverflow(sxy, infiniteX || infiniteY);
            sxx = Double.isInfinite(sxx) ? Double.NaN : sxx;
            syy = Double.isInfinite(syy) ? Double.NaN : syy;
            sxy = Double.isInfinite(sxy) ? Double.NaN : sxy;
        } else {
            if (!Double.isFinite(x)) {
                sxx = Double.NaN;
                sxy = Double.NaN;
            }
            if (!Double.isFinite(y)) {
                syy = Double.NaN;
                sxy = Double.NaN;
            }
        }
        return state(n, sx, sxx, sy, syy, sxy);
    }

    @Prosrc("float8_regr_combine")
    public static PgArray combinePairs(PgArray left, PgArray right) {
        if (at(left, 0) == 0) {
            return right;
        }
        if (at(right, 0) == 0) {
            return left;
        }
        double n = at(left, 0) + at(right, 0);
        return state(
                n,
                FloatFunctions.float8pl(at(left, 1), at(right, 1)),
                squares(left, right, 1, n),
                FloatFunctions.float8pl(at(left, 3), at(right, 3)),
                squares(left, right, 3, n),
                products(left, right, 1, 3, 5, n));
    }

    private static Double whenAtLeast(int rows, PgArray state, double value) {
        return at(state, 0) < rows ? null : Double.valueOf(value);
    }

    @Prosrc("float8_regr_sxx")
    public static Double sumOfSquaresX(PgArray state) {
        return whenAtLeast(1, state, at(state, 2));
    }

    @Prosrc("float8_regr_syy")
    public static Double sumOfSquaresY(PgArray state) {
        return whenAtLeast(1, state, at(state, 4));
    }

    @Prosrc("float8_regr_sxy")
    public static Double sumOfProducts(PgArray state) {
        return whenAtLeast(1, state, at(state, 5));
    }

    @Prosrc("float8_regr_avgx")
    public static Double averageX(PgArray state) {
        return whenAtLeast(1, state, at(state, 1) / at(state, 0));
    }

    @Prosrc("float8_regr_avgy")
    public static Double averageY(PgArray state) {
        return whenAtLeast(1, state, at(state, 3) / at(state, 0));
    }

    @Prosrc("float8_covar_pop")
    public static Double populationCovariance(PgArray state) {
        return whenAtLeast(1, state, at(state, 5) / at(state, 0));
    }

    @Prosrc("float8_covar_samp")
    public static Double sampleCovariance(PgArray state) {
        return whenAtLeast(2, state, at(state, 5) / (at(state, 0) - 1));
    }

    @Prosrc("float8_corr")
    public static Double correlation(PgArray state) {
        return at(state, 2) == 0 || at(state, 4) == 0
                ? null
                : whenAtLeast(1, state, at(state, 5) / Math.sqrt(at(state, 2) * at(state, 4)));
    }

    @Prosrc("float8_regr_r2")
    public static Double determination(PgArray state) {
        if (at(state, 2) == 0) {
            return null;
        }
        double sxy = at(state, 5);
        return whenAtLeast(1, state, at(state, 4) == 0 ? 1.0 : sxy * sxy / (at(state, 2) * at(state, 4)));
    }

    @Prosrc("float8_regr_slope")
    public static Double slope(PgArray state) {
        return at(state, 2) == 0 ? null : whenAtLeast(1, state, at(state, 5) / at(state, 2));
    }

    @Prosrc("float8_regr_intercept")
    public static Double intercept(PgArray state) {
        return at(state, 2) == 0
                ? null
                : whenAtLeast(1, state, (at(state, 3) - at(state, 1) * at(state, 5) / at(state, 2)) / at(state, 0));
    }
}
