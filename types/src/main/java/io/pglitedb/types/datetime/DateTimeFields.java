package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.Utf8;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Iterator;
import java.util.Locale;

/// date_trunc and generate_series of timestamps.
public final class DateTimeFields {
    private DateTimeFields() {}

    @Prosrc("timestamp_trunc")
    public static long truncate(Utf8 unit, long local) {
        return truncate(unit, local, "timestamp without time zone");
    }

    @Prosrc("timestamptz_trunc")
    public static long truncateTz(CallContext call, Utf8 unit, long micros) {
        return truncateTz(unit, micros, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_trunc_zone")
    public static long truncateTz(Utf8 unit, long micros, Utf8 zone) {
        return truncateTz(unit, micros, Zones.atInstant(zone.toString(), micros));
    }

    private static long truncateTz(Utf8 unit, long micros, java.time.ZoneId zone) {
        if (DateTimes.isInfinite(micros)) {
            return micros;
        }
        long local = Zones.toLocal(micros, zone);
        long truncated = truncate(unit, local, "timestamp with time zone");
        // Below a day the offset in force stays, so that the repeated hour of autumn keeps its place.
        return Math.floorMod(truncated, DateTimes.MICROS_PER_DAY) == 0 && truncated != local
                ? Zones.toInstant(truncated, zone)
                : truncated - (local - micros);
    }

    private static long truncate(Utf8 unit, long local, String type) {
        if (DateTimes.isInfinite(local)) {
            return local;
        }
        long days = Math.floorDiv(local, DateTimes.MICROS_PER_DAY);
        LocalDate date = DateTimes.date(days);
        int year = date.getYear();
        String name = unit.toString().toLowerCase(Locale.ROOT);
        LocalDate first = switch (name) {
            case "week" -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
            case "month", "months", "mon", "mons" -> date.withDayOfMonth(1);
            case "quarter", "qtr" -> LocalDate.of(year, (date.get(IsoFields.QUARTER_OF_YEAR) - 1) * 3 + 1, 1);
            case "year", "years" -> LocalDate.of(year, 1, 1);
            case "decade", "decades" -> LocalDate.of(Math.floorDiv(year, 10) * 10, 1, 1);
            case "century", "centuries" -> LocalDate.of(Math.floorDiv(year - 1, 100) * 100 + 1, 1, 1);
            case "millennium", "millennia" -> LocalDate.of(Math.floorDiv(year - 1, 1000) * 1000 + 1, 1, 1);
            default -> null;
        };
        if (first != null) {
            return DateTimes.checkTimestamp(
                    (first.toEpochDay() - DateTimes.UNIX_TO_EPOCH_DAYS) * DateTimes.MICROS_PER_DAY);
        }
        long step = switch (name) {
            case "day", "days" -> DateTimes.MICROS_PER_DAY;
            case "hour", "hours" -> DateTimes.MICROS_PER_HOUR;
            case "minute", "minutes" -> DateTimes.MICROS_PER_MINUTE;
            case "second", "seconds" -> DateTimes.MICROS_PER_SECOND;
            case "milliseconds", "millisecond" -> 1000;
            case "microseconds", "microsecond" -> 1;
            default ->
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "unit \"" + name + "\" not recognized for type " + type);
        };
        return local - Math.floorMod(local, step);
    }

    @Prosrc("generate_series_timestamp")
    public static Iterator<Object> series(long start, long stop, Interval step) {
        return new Series(start, stop, step, null);
    }

    @Prosrc("generate_series_timestamptz")
    public static Iterator<Object> seriesTz(CallContext call, long start, long stop, Interval step) {
        return new Series(start, stop, step, Sessions.zone(call.session()));
    }

    private static final class Series implements Iterator<Object> {
        private long next;
        private final long stop;
        private final Interval step;
        private final java.time.ZoneId zone;
        private final int direction;

        /// @param zone null for local timestamps
        Series(long start, long stop, Interval step, java.time.ZoneId zone) {
            this.next = start;
            this.stop = stop;
            this.step = step;
            this.zone = zone;
            this.direction = IntervalType.compare(step, new Interval(0, 0, 0));
            if (direction == 0) {
                throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "step size cannot equal zero");
            }
        }

        @Override
        public boolean hasNext() {
            return direction > 0 ? next <= stop : next >= stop;
        }

        @Override
        public Object next() {
            long value = next;
            next = zone == null ? DateTimeArithmetic.plus(value, step) : DateTimeArithmetic.plus(value, step, zone);
            return value;
        }
    }
}
