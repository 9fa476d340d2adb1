package io.pglitedb.types.datetime;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.TimeTz;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;

/// Functions that PostgreSQL writes in SQL, on top of others of this package.
public final class DateTimeShorthands {
    private DateTimeShorthands() {}

    @Prosrc("timestamptz(date, time without time zone)")
    public static long timestampTz(CallContext call, int date, long time) {
        return DateTimeCasts.timestampToTimestampTz(call, DateTimeCasts.dateAndTime(date, time));
    }

    @Prosrc("timedate_pl(time without time zone, date)")
    public static long timePlusDate(long time, int date) {
        return DateTimeCasts.dateAndTime(date, time);
    }

    @Prosrc("timetzdate_pl(time with time zone, date)")
    public static long timeTzPlusDate(TimeTz time, int date) {
        return DateTimeCasts.dateAndTimeTz(date, time);
    }

    @Prosrc("date_part(text, date)")
    public static Double partOfDate(Utf8 unit, int date) {
        return FieldExtraction.partOfTimestamp(unit, DateTimeCasts.dateToTimestamp(date));
    }

    @Prosrc("interval_pl_time(interval, time without time zone)")
    public static long intervalPlusTime(Interval span, long time) {
        return DateTimeArithmetic.timePlusInterval(time, span);
    }

    @Prosrc("interval_pl_timetz(interval, time with time zone)")
    public static TimeTz intervalPlusTimeTz(Interval span, TimeTz time) {
        return DateTimeArithmetic.timeTzPlusInterval(time, span);
    }

    @Prosrc("interval_pl_date(interval, date)")
    public static long intervalPlusDate(Interval span, int date) {
        return DateTimeArithmetic.datePlusInterval(date, span);
    }

    @Prosrc("interval_pl_timestamp(interval, timestamp without time zone)")
    public static long intervalPlusTimestamp(Interval span, long timestamp) {
        return DateTimeArithmetic.timestampPlusInterval(timestamp, span);
    }

    @Prosrc("interval_pl_timestamptz(interval, timestamp with time zone)")
    public static long intervalPlusTimestampTz(CallContext call, Interval span, long timestamp) {
        return DateTimeArithmetic.timestampTzPlusInterval(call, timestamp, span);
    }

    @Prosrc("integer_pl_date(integer, date)")
    public static int daysPlusDate(int days, int date) {
        return DateTimeArithmetic.datePlusDays(date, days);
    }

    /// Since the midnight that began today.
    @Prosrc("age(timestamp without time zone)")
    public static Interval age(CallContext call, long timestamp) {
        return IntervalFunctions.age(localMidnight(call), timestamp);
    }

    @Prosrc("age(timestamp with time zone)")
    public static Interval ageTz(CallContext call, long timestamp) {
        ZoneId zone = Sessions.zone(call.session());
        return IntervalFunctions.ageTz(call, Zones.toInstant(localMidnight(call), zone), timestamp);
    }

    private static long localMidnight(CallContext call) {
        ZoneId zone = Sessions.zone(call.session());
        long local = Zones.toLocal(call.session().transactionTimestamp(), zone);
        return local - Math.floorMod(local, DateTimes.MICROS_PER_DAY);
    }

    private static Long plus(Long timestamp, Interval span) {
        return timestamp == null || span == null ? null : DateTimeArithmetic.timestampPlusInterval(timestamp, span);
    }

    private static Long plus(CallContext call, Long timestamp, Interval span) {
        return timestamp == null || span == null
                ? null
                : (Long) DateTimeArithmetic.timestampTzPlusInterval(call, timestamp, span);
    }

    private static Long plusTime(Long time, Interval span) {
        return time == null || span == null ? null : DateTimeArithmetic.timePlusInterval(time, span);
    }

    @Prosrc("overlaps(timestamp without time zone, interval, timestamp without time zone, interval)")
    public static Boolean overlaps(Long start1, Interval span1, Long start2, Interval span2) {
        return Ranges.overlaps(start1, plus(start1, span1), start2, plus(start2, span2));
    }

    @Prosrc("overlaps(timestamp without time zone, timestamp without time zone, timestamp without time zone, interval)")
    public static Boolean overlaps(Long start1, Long end1, Long start2, Interval span2) {
        return Ranges.overlaps(start1, end1, start2, plus(start2, span2));
    }

    @Prosrc("overlaps(timestamp without time zone, interval, timestamp without time zone, timestamp without time zone)")
    public static Boolean overlaps(Long start1, Interval span1, Long start2, Long end2) {
        return Ranges.overlaps(start1, plus(start1, span1), start2, end2);
    }

    @Prosrc("overlaps(timestamp with time zone, interval, timestamp with time zone, interval)")
    public static Boolean overlapsTz(CallContext call, Long start1, Interval span1, Long start2, Interval span2) {
        return Ranges.overlaps(start1, plus(call, start1, span1), start2, plus(call, start2, span2));
    }

    @Prosrc("overlaps(timestamp with time zone, timestamp with time zone, timestamp with time zone, interval)")
    public static Boolean overlapsTz(CallContext call, Long start1, Long end1, Long start2, Interval span2) {
        return Ranges.overlaps(start1, end1, start2, plus(call, start2, span2));
    }

    @Prosrc("overlaps(timestamp with time zone, interval, timestamp with time zone, timestamp with time zone)")
    public static Boolean overlapsTz(CallContext call, Long start1, Interval span1, Long start2, Long end2) {
        return Ranges.overlaps(start1, plus(call, start1, span1), start2, end2);
    }

    @Prosrc("overlaps(time without time zone, interval, time without time zone, interval)")
    public static Boolean overlapsTime(Long start1, Interval span1, Long start2, Interval span2) {
        return Ranges.overlaps(start1, plusTime(start1, span1), start2, plusTime(start2, span2));
    }

    @Prosrc("overlaps(time without time zone, time without time zone, time without time zone, interval)")
    public static Boolean overlapsTime(Long start1, Long end1, Long start2, Interval span2) {
        return Ranges.overlaps(start1, end1, start2, plusTime(start2, span2));
    }

    @Prosrc("overlaps(time without time zone, interval, time without time zone, time without time zone)")
    public static Boolean overlapsTime(Long start1, Interval span1, Long start2, Long end2) {
        return Ranges.overlaps(start1, plusTime(start1, span1), start2, end2);
    }
}
