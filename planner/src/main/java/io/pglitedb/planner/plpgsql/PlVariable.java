package io.pglitedb.planner.plpgsql;

import java.util.List;

/// A variable of a body.
///
/// @param initial null for NULL
/// @param cursor the query of a bound cursor, or null
public record PlVariable(
        int number,
        String name,
        PlType type,
        boolean constant,
        boolean notNull,
        PlExpression initial,
        int line,
        Cursor cursor) {
    /// @param scroll null when nothing is said
    /// @param parameters numbers of the variables that OPEN sets before
    public record Cursor(PlExpression query, Boolean scroll, List<Integer> parameters) {
        public Cursor {
            parameters = List.copyOf(parameters);
        }
    }
}
