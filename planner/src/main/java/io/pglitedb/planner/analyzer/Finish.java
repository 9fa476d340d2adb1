package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;

/// The last steps of every query: what the state has gathered, row locks, collations, the grouping check.
final class Finish {
    private Finish() {}

    static Query query(ParseState state, QueryBuilder builder, JoinTree.From joinTree, boolean distinctOn) {
        Query query = builder.joinTree(joinTree)
                .commonTables(
                        state.commonTables.stream().map(WithEntry::finished).toList())
                .rangeTable(state.rangeTable)
                .features(state.features(distinctOn))
                .build();
        query = CollationAssigner.assign(state, Locking.apply(query, state.locking));
        boolean grouped = state.hasAggregates
                || !query.group().isEmpty()
                || !query.groupingSets().isEmpty()
                || query.having() != null;
        return grouped ? GroupingChecker.check(state, query) : query;
    }
}
