package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;

/// The last steps of every query: collations, grouping check, what the state has gathered.
final class Finish {
    private Finish() {}

    static Query query(ParseState state, QueryBuilder builder, JoinTree.From joinTree, boolean distinctOn) {
        Query query = builder.joinTree(joinTree)
                .commonTables(state.commonTables)
                .rangeTable(state.rangeTable)
                .features(state.features(distinctOn))
                .rowMarks(Locking.marks(state))
                .build();
        query = CollationAssigner.assign(state, query);
        if (state.hasAggregates || !query.group().isEmpty() || query.having() != null) {
            GroupingChecker.check(state, query);
        }
        return query;
    }
}
