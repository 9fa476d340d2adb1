package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Locale;

/// A field that EXTRACT and date_part can name. Source: PostgreSQL 15, `DecodeUnits` then `DecodeSpecial`.
enum FieldName {
    MICROSECOND,
    MILLISECOND,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    DECADE,
    CENTURY,
    MILLENNIUM,
    JULIAN,
    ISO_YEAR,
    DAY_OF_WEEK,
    ISO_DAY_OF_WEEK,
    DAY_OF_YEAR,
    ZONE,
    ZONE_HOUR,
    ZONE_MINUTE,
    EPOCH,
    /// now, today, infinity …: words of dates, not fields of them.
    OTHER_RESERVED;

    /// 22023 when the word means nothing.
    static FieldName of(String lowerCase, String type) {
        IntervalUnit unit = IntervalUnit.find(lowerCase);
        if (unit != null) {
            return valueOf(unit.name());
        }
        return switch (lowerCase.length() > 10 ? lowerCase.substring(0, 10) : lowerCase) {
            case "qtr", "quarter" -> QUARTER;
            case "timezone" -> ZONE;
            case "timezone_h" -> ZONE_HOUR;
            case "timezone_m" -> ZONE_MINUTE;
            case "weeks" -> WEEK;
            case "mm" -> MINUTE;
            case "j", "jd", "julian" -> JULIAN;
            case "isoyear" -> ISO_YEAR;
            case "dow" -> DAY_OF_WEEK;
            case "isodow" -> ISO_DAY_OF_WEEK;
            case "doy" -> DAY_OF_YEAR;
            case "epoch" -> EPOCH;
            case "now", "today", "tomorrow", "yesterday", "allballs", "infinity", "-infinity" -> OTHER_RESERVED;
            default -> throw notRecognized(lowerCase, type);
        };
    }

    static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    static PgException notRecognized(String word, String type) {
        return new PgException(
                SqlState.INVALID_PARAMETER_VALUE, "unit \"" + word + "\" not recognized for type " + type);
    }

    static PgException notSupported(String word, String type) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, "unit \"" + word + "\" not supported for type " + type);
    }

    /// Grows with time, so that it has a value at infinity.
    boolean isMonotonic() {
        return switch (this) {
            case YEAR, DECADE, CENTURY, MILLENNIUM, JULIAN, ISO_YEAR, EPOCH -> true;
            default -> false;
        };
    }
}
