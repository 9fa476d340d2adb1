package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Why text is no date, time or interval. Source: PostgreSQL 15, `DateTimeParseError`.
final class DateTimeFault extends Exception {
    private static final long serialVersionUID = 1;

    enum Reason {
        BAD_FORMAT,
        FIELD_OVERFLOW,
        MONTH_OR_DAY_OVERFLOW,
        INTERVAL_OVERFLOW,
        /// Of the sum of all fields.
        INTERVAL_SUM_OVERFLOW,
        ZONE_OVERFLOW
    }

    private final Reason reason;

    DateTimeFault(Reason reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    static DateTimeFault badFormat() {
        return new DateTimeFault(Reason.BAD_FORMAT);
    }

    static DateTimeFault overflow() {
        return new DateTimeFault(Reason.FIELD_OVERFLOW);
    }

    Reason reason() {
        return reason;
    }

    PgException report(String text, String type) {
        return switch (reason) {
            case BAD_FORMAT ->
                new PgException(
                        SqlState.INVALID_DATETIME_FORMAT,
                        "invalid input syntax for type " + type + ": \"" + text + "\"");
            case FIELD_OVERFLOW -> fieldOverflow(text);
            case MONTH_OR_DAY_OVERFLOW ->
                fieldOverflow(text).hint("Perhaps you need a different \"datestyle\" setting.");
            case INTERVAL_OVERFLOW ->
                new PgException(
                        SqlState.INTERVAL_FIELD_OVERFLOW, "interval field value out of range: \"" + text + "\"");
            case INTERVAL_SUM_OVERFLOW -> DateTimes.intervalOutOfRange();
            case ZONE_OVERFLOW ->
                new PgException(
                        SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
                        "time zone displacement out of range: \"" + text + "\"");
        };
    }

    private static PgException fieldOverflow(String text) {
        return new PgException(
                SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range: \"" + text + "\"");
    }
}
