package io.pglitedb.types.aggregate;

import io.pglitedb.types.Oids;
import io.pglitedb.types.datetime.IntervalArithmetic;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.floating.Float8Type;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.function.DoubleFunction;

/// percentile_cont, percentile_disc, mode; rank, dense_rank, percent_rank and cume_dist of a hypothetical row.
public final class OrderedSetAggregates implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(OrderedSetAggregates.class);
    }

    /// Nulls are left out.
    @Prosrc("ordered_set_transition")
    public static Object add(Object state, Object[] values) {
        if (values[0] != null) {
            ((OrderedSet) state).add(values);
        }
        return state;
    }

    @Prosrc("ordered_set_transition_multi")
    public static Object addRow(Object state, Object[] row) {
        ((OrderedSet) state).add(row);
        return state;
    }

    private static List<Object[]> rows(Object state) {
        return state == null ? List.of() : ((OrderedSet) state).sorted();
    }

    private static void checkPercentile(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                    "percentile value %s is not between 0 and 1".formatted(new Float8Type().toUtf8(fraction, null)));
        }
    }

    /// @param dummy tells the type only
    @Prosrc("percentile_disc_final")
    public static Object discrete(Object state, Double fraction, Object dummy) {
        if (fraction == null) {
            return null;
        }
        checkPercentile(fraction);
        return discrete(rows(state), fraction);
    }

    private static Object discrete(List<Object[]> rows, double fraction) {
        return rows.isEmpty() ? null : rows.get(Math.max((int) Math.ceil(fraction * rows.size()), 1) - 1)[0];
    }

    @Prosrc("percentile_cont_float8_final")
    public static Double continuous(Object state, Double fraction) {
        if (fraction == null) {
            return null;
        }
        checkPercentile(fraction);
        return (Double) between(rows(state), fraction, OrderedSetAggregates::interpolate);
    }

    @Prosrc("percentile_cont_interval_final")
    public static Interval continuousInterval(Object state, Double fraction) {
        if (fraction == null) {
            return null;
        }
        checkPercentile(fraction);
        return (Interval) between(rows(state), fraction, OrderedSetAggregates::interpolateInterval);
    }

    private interface Interpolation {
        Object at(Object low, Object high, double share);
    }

    private static Object between(List<Object[]> rows, double fraction, Interpolation interpolation) {
        if (rows.isEmpty()) {
            return null;
        }
        double place = fraction * (rows.size() - 1);
        int first = (int) Math.floor(place);
        Object low = rows.get(first)[0];
        int second = (int) Math.ceil(place);
        return first == second ? low : interpolation.at(low, rows.get(second)[0], place - first);
    }

    private static Object interpolate(Object low, Object high, double share) {
        return (Double) low + share * ((Double) high - (Double) low);
    }

    private static Object interpolateInterval(Object low, Object high, double share) {
        Interval distance = IntervalArithmetic.subtract((Interval) high, (Interval) low);
        return IntervalArithmetic.add((Interval) low, IntervalArithmetic.multiply(distance, share));
    }

    /// An array of the shape of the percentiles, null where one is.
    private static PgArray each(PgArray fractions, int elementType, DoubleFunction<Object> percentile) {
        Object[] results = new Object[fractions.elements().length];
        for (Object fraction : fractions.elements()) {
            if (fraction != null) {
                checkPercentile((Double) fraction);
            }
        }
        for (int i = 0; i < results.length; i++) {
            Object fraction = fractions.elements()[i];
            results[i] = fraction == null ? null : percentile.apply((Double) fraction);
        }
        return new PgArray(elementType, fractions.dimensions(), fractions.lowerBounds(), results);
    }

    @Prosrc("percentile_disc_multi_final")
    public static PgArray discrete(CallContext call, Object state, PgArray fractions, Object dummy) {
        List<Object[]> rows = rows(state);
        return fractions == null || rows.isEmpty()
                ? null
                : each(fractions, call.argumentType(2).oid(), fraction -> discrete(rows, fraction));
    }

    @Prosrc("percentile_cont_float8_multi_final")
    public static PgArray continuous(Object state, PgArray fractions) {
        List<Object[]> rows = rows(state);
        return fractions == null || rows.isEmpty()
                ? null
                : each(fractions, Oids.FLOAT8, fraction -> between(rows, fraction, OrderedSetAggregates::interpolate));
    }

    @Prosrc("percentile_cont_interval_multi_final")
    public static PgArray continuousInterval(Object state, PgArray fractions) {
        List<Object[]> rows = rows(state);
        return fractions == null || rows.isEmpty()
                ? null
                : each(
                        fractions,
                        Oids.INTERVAL,
                        fraction -> between(rows, fraction, OrderedSetAggregates::interpolateInterval));
    }

    /// The value with most peers, the first of them in order.
    @Prosrc("mode_final")
    public static Object mode(Object state, Object dummy) {
        List<Object[]> rows = rows(state);
        Object[] best = null;
        int bestCount = 0;
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !((OrderedSet) state).isPeer(rows.get(start), rows.get(i))) {
                if (i - start > bestCount) {
                    bestCount = i - start;
                    best = rows.get(start);
                }
                start = i;
            }
        }
        return best == null ? null : best[0];
    }

    private static int size(Object state) {
        return state == null ? 0 : ((OrderedSet) state).size();
    }

    @Prosrc("hypothetical_rank_final")
    public static Long rank(Object state, Object[] row) {
        return state == null ? 1L : ((OrderedSet) state).countBefore(row) + 1L;
    }

    @Prosrc("hypothetical_dense_rank_final")
    public static Long denseRank(Object state, Object[] row) {
        return state == null ? 1L : ((OrderedSet) state).countGroupsBefore(row) + 1L;
    }

    @Prosrc("hypothetical_percent_rank_final")
    public static Double percentRank(Object state, Object[] row) {
        return size(state) == 0 ? 0 : (rank(state, row) - 1) / (double) size(state);
    }

    @Prosrc("hypothetical_cume_dist_final")
    public static Double cumulativeDistribution(Object state, Object[] row) {
        int rows = size(state);
        return rows == 0 ? 1 : (((OrderedSet) state).countUpTo(row) + 1) / (double) (rows + 1);
    }
}
