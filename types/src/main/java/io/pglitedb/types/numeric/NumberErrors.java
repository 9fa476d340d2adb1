package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// The complaints that number types share, in PostgreSQL's words.
public final class NumberErrors {
    private NumberErrors() {}

    /// 22003; `type` as SQL spells it: "integer out of range".
    public static PgException outOfRange(String type) {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, type + " out of range");
    }

    /// 22003 of an input function.
    public static PgException inputOutOfRange(String type, Object text) {
        return new PgException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value \"" + text + "\" is out of range for type " + type);
    }

    /// 22P02.
    public static PgException invalidInput(String type, Object text) {
        return new PgException(
                SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type " + type + ": \"" + text + "\"");
    }

    public static PgException divisionByZero() {
        return new PgException(SqlState.DIVISION_BY_ZERO, "division by zero");
    }
}
