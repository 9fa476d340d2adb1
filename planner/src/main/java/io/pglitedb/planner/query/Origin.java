package io.pglitedb.planner.query;

/// Where and in which form an expression was written. Two origins are always equal: expressions that mean the same are
/// equal wherever they stand and however they are spelt, as in PostgreSQL's `equal()`.
///
/// @param location 0-based char offset into the statement's text, -1 when unknown
/// @param form how a call or conversion was written; `CALL` for everything else
public record Origin(int location, Form form) {
    public static final Origin NONE = new Origin(-1, Form.CALL);

    /// How a function call or a conversion is written, and so how it is printed.
    public enum Form {
        CALL,
        EXPLICIT_CAST,
        /// Put in by the analyzer: not printed.
        IMPLICIT_CAST,
        /// A spelling of the standard: `EXTRACT(… FROM …)`, `x AT TIME ZONE y`.
        SQL_SYNTAX
    }

    public static Origin at(int location) {
        return location < 0 ? NONE : new Origin(location, Form.CALL);
    }

    public boolean isCast() {
        return form == Form.EXPLICIT_CAST || form == Form.IMPLICIT_CAST;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
