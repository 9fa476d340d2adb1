package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Where set-returning functions may stand. Source: PostgreSQL's check_srf_call_placement.
final class SetReturningChecks {
    private SetReturningChecks() {}

    /// @param before the set-returning call seen last before the arguments were analyzed
    static void check(ParseState state, Expr call, Expr before, int location) {
        switch (state.kind) {
            case SELECT_TARGET, INSERT_TARGET, GROUP_BY, ORDER_BY, DISTINCT_ON, WINDOW_PARTITION, WINDOW_ORDER ->
                state.hasSetReturningTargets = true;
            case FROM_FUNCTION -> topLevelOnly(state, before);
            case FROM_SUBSELECT, OTHER, VALUES_SINGLE -> {}
            default ->
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "set-returning functions are not allowed in "
                                        + (state.kind.isWindowDefinition() ? "window definitions" : state.kind.place()))
                        .at(location + 1);
        }
        state.lastSetReturning = call;
    }

    /// Functions in FROM return sets as a whole only.
    static void topLevelOnly(ParseState state, Expr expected) {
        if (state.lastSetReturning != expected) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED, "set-returning functions must appear at top level of FROM")
                    .at(state.lastSetReturning.location() + 1);
        }
    }
}
