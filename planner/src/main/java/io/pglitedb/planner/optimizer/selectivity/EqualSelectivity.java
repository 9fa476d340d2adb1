package io.pglitedb.planner.optimizer.selectivity;

/// Rows in which a variable equals something. Source: PostgreSQL's var_eq_const and var_eq_non_const.
final class EqualSelectivity {
    double toConstant(ColumnFacts facts, Object value) {
        if (facts.unique()) {
            return 1 / facts.rows();
        }
        if (!facts.analyzed()) {
            return 1 / facts.distinct();
        }
        for (int i = 0; i < facts.common().size(); i++) {
            Object common = facts.common().get(i);
            if (!Values.comparable(common, value)) {
                return toUnknown(facts);
            }
            if (Values.compare(facts.type(), common, value) == 0) {
                return facts.shares()[i];
            }
        }
        double rest = Math.clamp(1 - facts.commonShare() - facts.nullShare(), 0, 1);
        double others = facts.distinct() - facts.common().size();
        double share = others > 1 ? rest / others : rest;
        return facts.shares().length > 0 ? Math.min(share, facts.shares()[facts.shares().length - 1]) : share;
    }

    /// A value that is not known yet: an average one.
    double toUnknown(ColumnFacts facts) {
        if (facts.unique()) {
            return 1 / facts.rows();
        }
        if (!facts.analyzed()) {
            return 1 / facts.distinct();
        }
        double share = (1 - facts.nullShare()) / facts.distinct();
        return facts.shares().length > 0 ? Math.min(share, facts.shares()[0]) : share;
    }
}
