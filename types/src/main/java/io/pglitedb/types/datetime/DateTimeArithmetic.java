package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_DAY;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.TimeTz;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Sums and differences of dates, times and intervals; the clocks; make_date and its kin.
public final class DateTimeArithmetic {
    private DateTimeArithmetic() {}

    @Prosrc("date_mi")
    public static int dateMinusDate(int left, int right) {
        if (DateTimes.isInfinite(left) || DateTimes.isInfinite(right)) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "cannot subtract infinite dates");
        }
        return left - right;
    }

    @Prosrc("date_pli")
    public static int datePlusDays(int date, int days) {
        return shifted(date, days);
    }

    @Prosrc("date_mii")
    public static int dateMinusDays(int date, int days) {
        return shifted(date, -(long) days);
    }

    private static int shifted(int date, long days) {
        if (DateTimes.isInfinite(date)) {
            return date;
        }
        long sum = date + days;
        if (sum < DateTimes.MIN_DATE || sum >= DateTimes.END_DATE) {
            throw DateTimes.dateOutOfRange();
        }
        return (int) sum;
    }

    @Prosrc("date_pl_interval")
    public static long datePlusInterval(int date, Interval span) {
        return plus(DateTimeCasts.dateToTimestamp(date), span);
    }

    @Prosrc("date_mi_interval")
    public static long dateMinusInterval(int date, Interval span) {
        return plus(DateTimeCasts.dateToTimestamp(date), IntervalArithmetic.negate(span));
    }

    @Prosrc("timestamp_pl_interval")
    public static long timestampPlusInterval(long timestamp, Interval span) {
        return plus(timestamp, span);
    }

    @Prosrc("timestamp_mi_interval")
    public static long timestampMinusInterval(long timestamp, Interval span) {
        return plus(timestamp, IntervalArithmetic.negate(span));
    }

    @Prosrc("timestamptz_pl_interval")
    public static long timestampTzPlusInterval(CallContext call, long timestamp, Interval span) {
        return plus(timestamp, span, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_mi_interval")
    public static long timestampTzMinusInterval(CallContext call, long timestamp, Interval span) {
        return plus(timestamp, IntervalArithmetic.negate(span), Sessions.zone(call.session()));
    }

    /// Months first (the day cut to the month's length), then days, then time.
    static long plus(long local, Interval span) {
        if (DateTimes.isInfinite(local)) {
            return local;
        }
        try {
            return DateTimes.checkTimestamp(Math.addExact(plusCalendar(local, span), span.micros()));
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    /// Months and days move the local time, the rest the instant.
    static long plus(long instant, Interval span, ZoneId zone) {
        if (DateTimes.isInfinite(instant)) {
            return instant;
        }
        long moved = span.months() == 0 && span.days() == 0
                ? instant
                : Zones.toInstant(plusCalendar(Zones.toLocal(instant, zone), span), zone);
        try {
            return DateTimes.checkTimestamp(Math.addExact(moved, span.micros()));
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    private static long plusCalendar(long local, Interval span) {
        BrokenDownTime time = BrokenDownTime.ofLocal(local);
        if (span.months() != 0) {
            long months = time.year * 12L + time.month - 1 + span.months();
            time.year = (int) Math.floorDiv(months, 12L);
            time.month = (int) Math.floorMod(months, 12L) + 1;
            time.day = Math.min(time.day, DateTimes.lengthOfMonth(time.year, time.month));
        }
        try {
            if (span.months() != 0) {
                time.timestamp();
            }
            long days = (long) time.days() + span.days();
            return DateTimes.checkTimestamp(Math.addExact(Math.multiplyExact(days, MICROS_PER_DAY), time.timeOfDay()));
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    @Prosrc("timestamp_mi")
    public static Interval timestampMinusTimestamp(long left, long right) {
        if (DateTimes.isInfinite(left) || DateTimes.isInfinite(right)) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "cannot subtract infinite timestamps");
        }
        try {
            return IntervalArithmetic.justifyHours(new Interval(0, 0, Math.subtractExact(left, right)));
        } catch (ArithmeticException e) {
            throw DateTimes.intervalOutOfRange();
        }
    }

    @Prosrc("time_mi_time")
    public static Interval timeMinusTime(long left, long right) {
        return new Interval(0, 0, left - right);
    }

    @Prosrc("time_pl_interval")
    public static long timePlusInterval(long time, Interval span) {
        return Math.floorMod(time + span.micros() % MICROS_PER_DAY, MICROS_PER_DAY);
    }

    @Prosrc("time_mi_interval")
    public static long timeMinusInterval(long time, Interval span) {
        return Math.floorMod(time - span.micros() % MICROS_PER_DAY, MICROS_PER_DAY);
    }

    @Prosrc("timetz_pl_interval")
    public static TimeTz timeTzPlusInterval(TimeTz time, Interval span) {
        return new TimeTz(timePlusInterval(time.micros(), span), time.zoneSecondsWest());
    }

    @Prosrc("timetz_mi_interval")
    public static TimeTz timeTzMinusInterval(TimeTz time, Interval span) {
        return new TimeTz(timeMinusInterval(time.micros(), span), time.zoneSecondsWest());
    }

    @Prosrc("date_finite")
    public static boolean isFinite(int date) {
        return !DateTimes.isInfinite(date);
    }

    @Prosrc("timestamp_finite")
    public static boolean isFinite(long timestamp) {
        return !DateTimes.isInfinite(timestamp);
    }

    @Prosrc("now")
    public static long now(CallContext call) {
        return call.session().transactionTimestamp();
    }

    @Prosrc("statement_timestamp")
    public static long statementTimestamp(CallContext call) {
        return call.session().statementTimestamp();
    }

    @Prosrc("clock_timestamp")
    public static long clockTimestamp(CallContext call) {
        return call.session().clockTimestamp();
    }

    @Prosrc("timeofday")
    public static Utf8 timeOfDay(CallContext call) {
        SessionContext session = call.session();
        long micros = session.clockTimestamp();
        BrokenDownTime time = BrokenDownTime.ofInstant(micros, session.timeZone());
        return Utf8.of("%s %s %02d %02d:%02d:%02d.%06d %04d %s"
                .formatted(
                        DateTimePrinter.DAYS[DateTimes.dayOfWeek(time.days())],
                        DateTimePrinter.MONTHS[time.month - 1],
                        time.day,
                        time.hour,
                        time.minute,
                        time.second,
                        time.fraction,
                        time.year,
                        Zones.abbreviationAt(micros, session.timeZone())));
    }

    @Prosrc("float8_timestamptz")
    public static long fromUnixSeconds(double seconds) {
        if (Double.isNaN(seconds)) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "timestamp cannot be NaN");
        }
        if (Double.isInfinite(seconds)) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        double micros = Math.rint((seconds - DateTimes.UNIX_TO_EPOCH_DAYS * 86_400.0) * 1e6);
        if (micros < DateTimes.MIN_TIMESTAMP || micros >= DateTimes.END_TIMESTAMP) {
            throw DateTimes.timestampOutOfRange();
        }
        return (long) micros;
    }

    @Prosrc("make_date")
    public static int makeDate(int year, int month, int day) {
        int astronomical = year < 0 ? year + 1 : year;
        if (year == 0
                || month < 1
                || month > 12
                || day < 1
                || day > 31
                || !DateTimes.isValidJulian(astronomical, month)
                || day > DateTimes.lengthOfMonth(astronomical, month)) {
            throw new PgException(
                    SqlState.DATETIME_FIELD_OVERFLOW,
                    "date field value out of range: %d-%02d-%02d".formatted(year, month, day));
        }
        return shifted(DateTimes.days(astronomical, month, day), 0);
    }

    @Prosrc("make_time")
    public static long makeTime(int hour, int minute, double seconds) {
        double micros = Math.rint(seconds * 1e6);
        long total = hour * DateTimes.MICROS_PER_HOUR + minute * DateTimes.MICROS_PER_MINUTE + (long) micros;
        if (Double.isNaN(seconds)
                || hour < 0
                || minute < 0
                || minute > 59
                || micros < 0
                || micros > DateTimes.MICROS_PER_MINUTE
                || hour > 24
                || total > MICROS_PER_DAY) {
            throw new PgException(
                    SqlState.DATETIME_FIELD_OVERFLOW,
                    "time field value out of range: %d:%02d:%s"
                            .formatted(
                                    hour,
                                    minute,
                                    seconds == Math.rint(seconds)
                                            ? "%02d".formatted((long) seconds)
                                            : Double.toString(seconds)));
        }
        return total;
    }

    @Prosrc("make_timestamp")
    public static long makeTimestamp(int year, int month, int day, int hour, int minute, double seconds) {
        return DateTimeCasts.dateAndTime(makeDate(year, month, day), makeTime(hour, minute, seconds));
    }

    @Prosrc("make_timestamptz")
    public static long makeTimestampTz(
            CallContext call, int year, int month, int day, int hour, int minute, double seconds) {
        return DateTimeCasts.timestampToTimestampTz(call, makeTimestamp(year, month, day, hour, minute, seconds));
    }

    @Prosrc("make_timestamptz_at_timezone")
    public static long makeTimestampTz(int year, int month, int day, int hour, int minute, double seconds, Utf8 zone) {
        long local = makeTimestamp(year, month, day, hour, minute, seconds);
        return Zones.toInstant(local, zone(zone.toString(), local));
    }

    private static ZoneId zone(String name, long local) {
        if (!name.isEmpty() && DateTimeText.isDigit(name.charAt(0))) {
            throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid input syntax for type numeric time zone: \"%s\"".formatted(name))
                    .hint("Numeric time zones must have \"-\" or \"+\" as first character.");
        }
        try {
            return ZoneOffset.ofTotalSeconds(-DateTimeParser.zone(name));
        } catch (DateTimeFault e) {
            if (e.reason() == DateTimeFault.Reason.ZONE_OVERFLOW) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "numeric time zone \"%s\" out of range".formatted(name));
            }
            return Zones.atLocal(name, local);
        }
    }
}
