package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.catalog.def.StatisticDef;
import io.pglitedb.types.ValueType;
import java.util.List;

/// What is known of the values of an expression over one leaf.
///
/// @param type of the values; null when there are no statistics
/// @param rows that the leaf has without conditions
/// @param distinct number of different values, NULL aside
/// @param guessed whether `distinct` is a default that nothing stands behind
/// @param unique whether no two rows have the same value
/// @param common the most common values, most common first
/// @param shares of the rows, one a common value
/// @param histogram bounds of bins with as many values each, without the common values; empty for none
/// @param correlation of the order of the values with the order of the rows, -1 to 1
/// @param width average bytes
public record ColumnFacts(
        ValueType type,
        double rows,
        double nullShare,
        double distinct,
        boolean guessed,
        boolean unique,
        List<Object> common,
        double[] shares,
        List<Object> histogram,
        double correlation,
        int width) {
    static final double DEFAULT_DISTINCT = 200;
    private static final double[] NONE = {};

    /// Without statistics.
    static ColumnFacts unknown(double rows, boolean unique, boolean bool, int width) {
        double distinct = unique ? rows : bool ? 2 : Math.min(rows, DEFAULT_DISTINCT);
        boolean guessed = !unique && !bool && rows >= DEFAULT_DISTINCT;
        return new ColumnFacts(
                null, rows, 0, Math.max(1, distinct), guessed, unique, List.of(), NONE, List.of(), 0, width);
    }

    static ColumnFacts of(StatisticDef statistic, ValueType type, double rows, boolean unique) {
        double distinct = statistic.distinct();
        if (unique) {
            distinct = rows * (1 - statistic.nullFraction());
        } else if (distinct < 0) {
            distinct = -distinct * rows;
        }
        boolean guessed = distinct == 0;
        if (guessed) {
            distinct = Math.min(rows, DEFAULT_DISTINCT);
            guessed = rows >= DEFAULT_DISTINCT;
        }
        StatisticDef.Slot common = statistic.slot(StatisticDef.COMMON_VALUES);
        StatisticDef.Slot histogram = statistic.slot(StatisticDef.HISTOGRAM);
        StatisticDef.Slot correlation = statistic.slot(StatisticDef.CORRELATION);
        return new ColumnFacts(
                type,
                rows,
                statistic.nullFraction(),
                Math.max(1, Math.rint(distinct)),
                guessed,
                unique,
                values(common),
                common == null ? NONE : numbers(common),
                values(histogram),
                correlation == null ? 0 : numbers(correlation)[0],
                statistic.width());
    }

    private static List<Object> values(StatisticDef.Slot slot) {
        return slot == null || slot.values().isEmpty()
                ? List.of()
                : List.of(slot.values().get().elements());
    }

    private static double[] numbers(StatisticDef.Slot slot) {
        Object[] elements = slot.numbers().orElseThrow().elements();
        double[] numbers = new double[elements.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) elements[i]).doubleValue();
        }
        return numbers;
    }

    boolean analyzed() {
        return type != null;
    }

    double commonShare() {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }
}
