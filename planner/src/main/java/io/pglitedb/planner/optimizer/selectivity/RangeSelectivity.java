package io.pglitedb.planner.optimizer.selectivity;

import java.util.List;

/// Rows in which a variable is below or above a constant: the common values one by one, the others by the
/// histogram. Source: PostgreSQL's scalarineqsel.
final class RangeSelectivity {
    private static final double SMALLEST = 0.0001;

    double of(ColumnFacts facts, Object bound, boolean above, boolean inclusive) {
        if (!facts.analyzed()) {
            return Selectivity.DEFAULT_RANGE;
        }
        Object sample = facts.common().isEmpty()
                ? facts.histogram().isEmpty() ? null : facts.histogram().getFirst()
                : facts.common().getFirst();
        if (sample == null || !Values.comparable(sample, bound)) {
            return Selectivity.DEFAULT_RANGE;
        }
        double share = 0;
        for (int i = 0; i < facts.common().size(); i++) {
            int order = Values.compare(facts.type(), facts.common().get(i), bound);
            if (order == 0 ? inclusive : above == order > 0) {
                share += facts.shares()[i];
            }
        }
        double others = Math.max(0, 1 - facts.nullShare() - facts.commonShare());
        if (facts.histogram().size() > 1) {
            share += others * byHistogram(facts, bound, above, inclusive);
        } else if (others > 0) {
            share += others * 0.5;
        }
        return share;
    }

    private double byHistogram(ColumnFacts facts, Object bound, boolean above, boolean inclusive) {
        List<Object> bounds = facts.histogram();
        int low = 0;
        int high = bounds.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Values.compare(facts.type(), bounds.get(middle), bound);
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double bins = bounds.size() - 1.0;
        double below;
        if (low == 0) {
            below = 0;
        } else if (low >= bounds.size()) {
            below = 1;
        } else {
            below = (low - 1 + Values.position(bounds.get(low - 1), bounds.get(low), bound)) / bins;
        }
        // A value itself is as many rows as an average one.
        double others = Math.max(1, facts.distinct() - facts.common().size());
        boolean inside =
                low < bounds.size() && (low > 0 || Values.compare(facts.type(), bounds.getFirst(), bound) == 0);
        double share = above ? 1 - below : below;
        if (inside && inclusive != above) {
            share += (above ? -1 : 1) / others;
        }
        double cutoff = Math.min(SMALLEST, 0.01 / bins);
        return Math.clamp(share, cutoff, 1 - cutoff);
    }
}
