package io.pglitedb.planner.plpgsql;

/// A piece of SQL in a body, whose names may mean variables.
///
/// @param text as written; of an expression without the SELECT that would make it a statement
/// @param expression false for a whole statement
public record PlExpression(String text, boolean expression, PlScope scope) {
    private static final String SELECT = "SELECT ";

    /// What the SQL parser reads.
    public String statement() {
        return expression ? SELECT + text : text;
    }

    /// How many chars of the statement come before the text.
    public int prefix() {
        return expression ? SELECT.length() : 0;
    }
}
