package io.pglitedb.executor.statistics.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The values of a sample that are clearly more common than the others. Source: PostgreSQL's analyze_mcv_list.
///
/// @param runs the most common first
record CommonValues(List<Run> runs) {
    /// A value that came `count` times; `first` is its first place among the sorted values.
    record Run(int first, int count) {}

    CommonValues {
        runs = List.copyOf(runs);
    }

    /// @param repeated values that came more than once, in their order
    /// @param distinct different values in the sample
    /// @param target how many are kept at most
    /// @param distinctEstimate as `stadistinct`
    static CommonValues of(ColumnSample sample, List<Run> repeated, int distinct, int target, double distinctEstimate) {
        List<Run> candidates = new ArrayList<>(repeated);
        candidates.sort(Comparator.comparingInt(Run::count).reversed());
        if (candidates.size() > target) {
            candidates = candidates.subList(0, target);
        }
        boolean complete = candidates.size() == distinct && sample.tooWide() == 0 && distinctEstimate > 0;
        return new CommonValues(
                complete ? candidates : candidates.subList(0, significant(sample, candidates, distinctEstimate)));
    }

    /// How many of the candidates come so much more often than the values left out would that chance does not
    /// explain it.
    private static int significant(ColumnSample sample, List<Run> candidates, double distinctEstimate) {
        int kept = candidates.size();
        double all = sample.tableRows();
        double rows = sample.rows();
        if (sample.whole() && rows == all || all <= 1) {
            return kept;
        }
        double distinct = distinctEstimate < 0 ? -distinctEstimate * all : distinctEstimate;
        double others = 0;
        for (int i = 0; i < kept - 1; i++) {
            others += candidates.get(i).count;
        }
        while (kept > 0) {
            double share = Math.clamp(1.0 - others / rows - sample.nullFraction(), 0, 1);
            double otherDistinct = distinct - (kept - 1);
            if (otherDistinct > 1) {
                share /= otherDistinct;
            }
            double count = candidates.get(kept - 1).count;
            double inTable = all * count / rows;
            double variance = rows * inTable * (all - inTable) * (all - rows) / (all * all * (all - 1));
            if (count > share * rows + 2 * Math.sqrt(Math.max(0, variance)) + 0.5) {
                return kept;
            }
            kept--;
            if (kept > 0) {
                others -= candidates.get(kept - 1).count;
            }
        }
        return 0;
    }
}
