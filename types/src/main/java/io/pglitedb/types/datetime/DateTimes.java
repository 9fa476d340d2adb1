package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.time.LocalDate;
import java.time.Year;

/// Units, limits and calendar arithmetic. Days and microseconds count from 2000-01-01; years are astronomical (0
/// is 1 BC).
public final class DateTimes {
    public static final long MICROS_PER_SECOND = 1_000_000L;
    public static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
    public static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;
    public static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

    /// Julian day of 2000-01-01.
    public static final int EPOCH_JULIAN = 2_451_545;
    /// Days from 1970-01-01 to 2000-01-01.
    public static final int UNIX_TO_EPOCH_DAYS = 10_957;

    /// 4714-11-24 BC.
    public static final int MIN_DATE = -EPOCH_JULIAN;
    /// 5874898-01-01, exclusive.
    public static final int END_DATE = 2_147_483_494 - EPOCH_JULIAN;
    public static final long MIN_TIMESTAMP = -211_813_488_000_000_000L;
    /// 294277-01-01, exclusive.
    public static final long END_TIMESTAMP = 9_223_371_331_200_000_000L;

    private DateTimes() {}

    static int days(int year, int month, int day) {
        return (int) (LocalDate.of(year, month, 1).toEpochDay() - UNIX_TO_EPOCH_DAYS + day - 1);
    }

    static LocalDate date(long days) {
        return LocalDate.ofEpochDay(days + UNIX_TO_EPOCH_DAYS);
    }

    /// 0 (Sunday) … 6.
    static int dayOfWeek(long days) {
        return (int) Math.floorMod(days + 6, 7L);
    }

    static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /// Within the range of julian days that PostgreSQL can represent.
    static boolean isValidJulian(int year, int month) {
        return (year > -4713 || year == -4713 && month >= 11) && (year < 5_874_898 || year == 5_874_898 && month < 6);
    }

    static boolean isInfinite(long timestamp) {
        return timestamp == Long.MIN_VALUE || timestamp == Long.MAX_VALUE;
    }

    static boolean isInfinite(int date) {
        return date == Integer.MIN_VALUE || date == Integer.MAX_VALUE;
    }

    static boolean isValidTimestamp(long micros) {
        return micros >= MIN_TIMESTAMP && micros < END_TIMESTAMP;
    }

    static long checkTimestamp(long micros) {
        if (!isValidTimestamp(micros)) {
            throw timestampOutOfRange();
        }
        return micros;
    }

    static PgException timestampOutOfRange() {
        return new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "timestamp out of range");
    }

    static PgException dateOutOfRange() {
        return new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range");
    }

    static PgException intervalOutOfRange() {
        return new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "interval out of range");
    }

    /// Rounds to `precision` digits of the second, half away from zero; a precision below 0 or above 5 changes
    /// nothing.
    static long round(long micros, int precision) {
        if (precision < 0 || precision >= 6) {
            return micros;
        }
        long unit = 1;
        for (int i = precision; i < 6; i++) {
            unit *= 10;
        }
        long half = unit / 2;
        return micros >= 0 ? (micros + half) / unit * unit : -((-micros + half) / unit * unit);
    }
}
