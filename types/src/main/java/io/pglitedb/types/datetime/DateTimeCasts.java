package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_DAY;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.TimeTz;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Casts among dates and times, and AT TIME ZONE.
public final class DateTimeCasts {
    private DateTimeCasts() {}

    /// A date as a timestamp; what is too late is infinity.
    static long widen(int days) {
        if (DateTimes.isInfinite(days)) {
            return days < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return days >= DateTimes.END_TIMESTAMP / MICROS_PER_DAY ? Long.MAX_VALUE : days * MICROS_PER_DAY;
    }

    static long widen(int days, ZoneId zone) {
        return instant(widen(days), zone);
    }

    /// A local timestamp as an instant; what is out of range is infinite.
    static long instant(long local, ZoneId zone) {
        if (DateTimes.isInfinite(local)) {
            return local;
        }
        long micros = local - Zones.offsetAtLocal(local, zone) * DateTimes.MICROS_PER_SECOND;
        if (DateTimes.isValidTimestamp(micros)) {
            return micros;
        }
        return local < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static ZoneId zone(CallContext call) {
        return Sessions.zone(call.session());
    }

    @Prosrc("date_timestamp")
    public static long dateToTimestamp(int days) {
        long micros = widen(days);
        if (DateTimes.isInfinite(micros) && !DateTimes.isInfinite(days)) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range for timestamp");
        }
        return micros;
    }

    @Prosrc("date_timestamptz")
    public static long dateToTimestampTz(CallContext call, int days) {
        return timestampToTimestampTz(call, dateToTimestamp(days));
    }

    @Prosrc("timestamp_date")
    public static int timestampToDate(long micros) {
        return DateTimes.isInfinite(micros)
                ? micros < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE
                : (int) Math.floorDiv(micros, MICROS_PER_DAY);
    }

    @Prosrc("timestamptz_date")
    public static int timestampTzToDate(CallContext call, long micros) {
        return timestampToDate(timestampTzToTimestamp(call, micros));
    }

    @Prosrc("timestamp_timestamptz")
    public static long timestampToTimestampTz(CallContext call, long local) {
        return DateTimes.isInfinite(local) ? local : Zones.toInstant(local, zone(call));
    }

    @Prosrc("timestamptz_timestamp")
    public static long timestampTzToTimestamp(CallContext call, long micros) {
        return DateTimes.isInfinite(micros) ? micros : Zones.toLocal(micros, zone(call));
    }

    @Prosrc("timestamp_time")
    public static Long timestampToTime(long micros) {
        return DateTimes.isInfinite(micros) ? null : Math.floorMod(micros, MICROS_PER_DAY);
    }

    @Prosrc("timestamptz_time")
    public static Long timestampTzToTime(CallContext call, long micros) {
        return timestampToTime(timestampTzToTimestamp(call, micros));
    }

    @Prosrc("timestamptz_timetz")
    public static TimeTz timestampTzToTimeTz(CallContext call, long micros) {
        if (DateTimes.isInfinite(micros)) {
            return null;
        }
        BrokenDownTime time = BrokenDownTime.ofInstant(micros, zone(call));
        return new TimeTz(time.timeOfDay(), time.zone);
    }

    @Prosrc("time_timetz")
    public static TimeTz timeToTimeTz(CallContext call, long micros) {
        long today = Zones.toLocal(Sessions.now(call.session()), zone(call));
        long local = Math.floorDiv(today, MICROS_PER_DAY) * MICROS_PER_DAY + micros;
        return new TimeTz(micros, -Zones.offsetAtLocal(local, zone(call)));
    }

    @Prosrc("timetz_time")
    public static long timeTzToTime(TimeTz time) {
        return time.micros();
    }

    @Prosrc("time_interval")
    public static Interval timeToInterval(long micros) {
        return new Interval(0, 0, micros);
    }

    @Prosrc("interval_time")
    public static long intervalToTime(Interval interval) {
        return Math.floorMod(interval.micros(), MICROS_PER_DAY);
    }

    @Prosrc("datetime_timestamp")
    public static long dateAndTime(int days, long time) {
        long micros = dateToTimestamp(days);
        return DateTimes.isInfinite(micros) ? micros : DateTimes.checkTimestamp(micros + time);
    }

    @Prosrc("datetimetz_timestamptz")
    public static long dateAndTimeTz(int days, TimeTz time) {
        long micros = dateToTimestamp(days);
        return DateTimes.isInfinite(micros)
                ? micros
                : DateTimes.checkTimestamp(
                        micros + time.micros() + time.zoneSecondsWest() * DateTimes.MICROS_PER_SECOND);
    }

    @Prosrc({"timestamp_scale", "timestamptz_scale"})
    public static long timestampScale(long micros, int typmod) {
        return TimestampType.fit(micros, typmod);
    }

    @Prosrc("time_scale")
    public static long timeScale(long micros, int typmod) {
        return DateTimes.round(micros, typmod);
    }

    @Prosrc("timetz_scale")
    public static TimeTz timeTzScale(TimeTz time, int typmod) {
        return new TimeTz(DateTimes.round(time.micros(), typmod), time.zoneSecondsWest());
    }

    @Prosrc("interval_scale")
    public static Interval intervalScale(Interval interval, int typmod) {
        return IntervalRange.fit(interval, typmod);
    }

    @Prosrc("timestamptz_zone")
    public static long instantAtZone(Utf8 zone, long micros) {
        return DateTimes.isInfinite(micros) ? micros : Zones.toLocal(micros, Zones.atInstant(zone.toString(), micros));
    }

    @Prosrc("timestamp_zone")
    public static long localAtZone(Utf8 zone, long local) {
        return DateTimes.isInfinite(local) ? local : Zones.toInstant(local, Zones.atLocal(zone.toString(), local));
    }

    @Prosrc("timestamptz_izone")
    public static long instantAtOffset(Interval offset, long micros) {
        return DateTimes.isInfinite(micros) ? micros : Zones.toLocal(micros, offset(offset));
    }

    @Prosrc("timestamp_izone")
    public static long localAtOffset(Interval offset, long local) {
        return DateTimes.isInfinite(local) ? local : Zones.toInstant(local, offset(offset));
    }

    @Prosrc("timetz_izone")
    public static TimeTz timeAtOffset(Interval offset, TimeTz time) {
        return shifted(time, -offset(offset).getTotalSeconds());
    }

    @Prosrc("timetz_zone")
    public static TimeTz timeAtZone(CallContext call, Utf8 zone, TimeTz time) {
        long now = call.session().transactionTimestamp();
        return shifted(time, -Zones.offsetAtInstant(now, Zones.atInstant(zone.toString(), now)));
    }

    private static TimeTz shifted(TimeTz time, int secondsWest) {
        long micros = time.micros() + (time.zoneSecondsWest() - secondsWest) * DateTimes.MICROS_PER_SECOND;
        return new TimeTz(Math.floorMod(micros, MICROS_PER_DAY), secondsWest);
    }

    private static ZoneOffset offset(Interval interval) {
        if (interval.months() != 0 || interval.days() != 0) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "interval time zone \"" + IntervalPrinter.print(interval, null)
                            + "\" must not include months or days");
        }
        return ZoneOffset.ofTotalSeconds((int) (interval.micros() / DateTimes.MICROS_PER_SECOND));
    }
}
