package io.pglitedb.executor.statistics.analyze;

import io.pglitedb.catalog.def.StatisticDef;
import io.pglitedb.catalog.def.StatisticDef.Slot;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a column's statistics of a sample of its values. Source: PostgreSQL's compute_scalar_stats,
/// compute_distinct_stats and compute_trivial_stats.
///
/// @param type OID of the column's type
/// @param equality OID of its `=`, 0 when it has none
/// @param less OID of its `<`, 0 when it has none
/// @param target common values and histogram bins to keep at most
record ColumnAnalysis(int relation, int column, int type, int collation, int equality, int less, int target) {
    StatisticDef analyze(ColumnSample sample) {
        if (sample.values().isEmpty()) {
            boolean onlyWide = sample.tooWide() > 0;
            return statistic(sample, onlyWide ? -1.0 * (1.0 - sample.nullFraction()) : 0, List.of());
        }
        if (less != 0) {
            return ordered(sample);
        }
        return equality != 0 ? unordered(sample) : statistic(sample, 0, List.of());
    }

    private StatisticDef statistic(ColumnSample sample, double distinct, List<Slot> slots) {
        return new StatisticDef(relation, column, false, sample.nullFraction(), sample.width(), distinct, slots);
    }

    private record Placed(Object value, int place) {}

    private StatisticDef ordered(ColumnSample sample) {
        List<Placed> sorted = new ArrayList<>(sample.values().size());
        for (Object value : sample.values()) {
            sorted.add(new Placed(value, sorted.size()));
        }
        sorted.sort((a, b) -> sample.type().compare(a.value, b.value));
        int distinct = 0;
        List<CommonValues.Run> repeated = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sample.type().compare(sorted.get(first).value, sorted.get(i).value) != 0) {
                distinct++;
                if (i - first > 1) {
                    repeated.add(new CommonValues.Run(first, i - first));
                }
                first = i;
            }
        }
        double estimate = DistinctEstimate.of(sample, distinct, repeated.size());
        CommonValues common = CommonValues.of(sample, repeated, distinct, target, estimate);
        List<Slot> slots = new ArrayList<>();
        if (!common.runs().isEmpty()) {
            List<Object> values = new ArrayList<>();
            common.runs().forEach(run -> values.add(sorted.get(run.first()).value));
            slots.add(commonSlot(sample, common, values));
        }
        histogram(sorted, common, distinct).ifPresent(slots::add);
        if (sorted.size() > 1) {
            slots.add(correlation(sorted));
        }
        return statistic(sample, estimate, slots);
    }

    private Slot commonSlot(ColumnSample sample, CommonValues common, List<Object> values) {
        Object[] shares = common.runs().stream()
                .map(run -> (Object) (float) ((double) run.count() / sample.rows()))
                .toArray();
        return new Slot(
                StatisticDef.COMMON_VALUES,
                equality,
                collation,
                Optional.of(PgArray.of(Oids.FLOAT4, shares)),
                Optional.of(PgArray.of(type, values.toArray())));
    }

    /// Bounds of bins that hold as many values each, of what is not among the common values.
    private Optional<Slot> histogram(List<Placed> sorted, CommonValues common, int distinct) {
        int bounds = Math.min(distinct - common.runs().size(), target + 1);
        if (bounds < 2) {
            return Optional.empty();
        }
        boolean[] left = new boolean[sorted.size()];
        for (CommonValues.Run run : common.runs()) {
            for (int i = run.first(); i < run.first() + run.count(); i++) {
                left[i] = true;
            }
        }
        List<Object> others = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (!left[i]) {
                others.add(sorted.get(i).value);
            }
        }
        Object[] values = new Object[bounds];
        for (int i = 0; i < bounds; i++) {
            values[i] = others.get((int) ((long) i * (others.size() - 1) / (bounds - 1)));
        }
        return Optional.of(new Slot(
                StatisticDef.HISTOGRAM, less, collation, Optional.empty(), Optional.of(PgArray.of(type, values))));
    }

    /// Of the places of the values in their order with those in the table.
    private Slot correlation(List<Placed> sorted) {
        double count = sorted.size();
        double products = 0;
        for (int i = 0; i < sorted.size(); i++) {
            products += (double) i * sorted.get(i).place;
        }
        double sum = (count - 1) * count / 2;
        double squares = (count - 1) * count * (2 * count - 1) / 6;
        double correlation = (count * products - sum * sum) / (count * squares - sum * sum);
        return new Slot(
                StatisticDef.CORRELATION,
                less,
                collation,
                Optional.of(PgArray.of(Oids.FLOAT4, (float) correlation)),
                Optional.empty());
    }

    private StatisticDef unordered(ColumnSample sample) {
        Map<Key, int[]> counts = new LinkedHashMap<>();
        for (Object value : sample.values()) {
            counts.computeIfAbsent(new Key(sample, value), _ -> new int[1])[0]++;
        }
        List<CommonValues.Run> repeated = new ArrayList<>();
        Map<Integer, Object> values = new HashMap<>();
        int place = 0;
        for (Map.Entry<Key, int[]> entry : counts.entrySet()) {
            if (entry.getValue()[0] > 1) {
                repeated.add(new CommonValues.Run(place, entry.getValue()[0]));
                values.put(place, entry.getKey().value);
            }
            place++;
        }
        double estimate = DistinctEstimate.of(sample, counts.size(), repeated.size());
        CommonValues common = CommonValues.of(sample, repeated, counts.size(), target, estimate);
        if (common.runs().isEmpty()) {
            return statistic(sample, estimate, List.of());
        }
        List<Object> kept =
                common.runs().stream().map(run -> values.get(run.first())).toList();
        return statistic(sample, estimate, List.of(commonSlot(sample, common, kept)));
    }

    /// A value by its type's equality.
    private record Key(ColumnSample sample, Object value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && sample.type().equal(value, that.value);
        }

        @Override
        public int hashCode() {
            return sample.type().hash(value);
        }
    }
}
