package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Where set-returning functions may stand. Source: PostgreSQL's check_srf_call_placement.
final class SetReturningChecks {
    private SetReturningChecks() {}

    static void check(ParseState state, Expr call, int location) {
        switch (state.kind) {
            case SELECT_TARGET, INSERT_TARGET, GROUP_BY, ORDER_BY, DISTINCT_ON -> state.hasSetReturningTargets = true;
            case FROM_FUNCTION, FROM_SUBSELECT, OTHER, VALUES_SINGLE -> {}
            case FILTER, HAVING, WHERE, JOIN_ON, JOIN_USING, RETURNING, VALUES, LIMIT, OFFSET, MERGE_WHEN ->
                throw forbidden(state.kind.label(), location);
            case UPDATE_SOURCE, UPDATE_TARGET -> throw forbidden("UPDATE", location);
            default ->
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "set-returning functions are not allowed in %s".formatted(plural(state.kind)))
                        .at(location + 1);
        }
        state.lastSetReturning = call;
    }

    private static PgException forbidden(String place, int location) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, "set-returning functions are not allowed in " + place)
                .at(location + 1);
    }

    private static String plural(ExprKind kind) {
        return switch (kind) {
            case WINDOW_PARTITION, WINDOW_ORDER, WINDOW_RANGE, WINDOW_ROWS, WINDOW_GROUPS -> "window definitions";
            case CHECK_CONSTRAINT -> "check constraints";
            case COLUMN_DEFAULT, FUNCTION_DEFAULT -> "DEFAULT expressions";
            case INDEX_EXPRESSION -> "index expressions";
            case INDEX_PREDICATE -> "index predicates";
            case ALTER_COLUMN_TRANSFORM -> "transform expressions";
            case EXECUTE_PARAMETER -> "EXECUTE parameters";
            case TRIGGER_WHEN -> "trigger WHEN conditions";
            case PARTITION_BOUND -> "partition bound";
            case PARTITION_EXPRESSION -> "partition key expressions";
            case CALL_ARGUMENT -> "CALL arguments";
            case COPY_WHERE -> "COPY FROM WHERE conditions";
            case GENERATED_COLUMN -> "column generation expressions";
            case POLICY -> "policy expressions";
            default -> kind.label();
        };
    }
}
