package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_DAY;
import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_SECOND;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumericFunctions;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.TimeTz;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/// EXTRACT (numeric, with the field's own scale) and date_part (the same number as float8).
public final class FieldExtraction {
    private static final String DATE = "date";
    private static final String TIME = "time without time zone";
    private static final String TIMETZ = "time with time zone";
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";
    private static final String INTERVAL = "interval";
    private static final long UNIX_EPOCH_MICROS = -DateTimes.UNIX_TO_EPOCH_DAYS * MICROS_PER_DAY;

    private FieldExtraction() {}

    @Prosrc("extract_date")
    public static Numeric ofDate(Utf8 unit, int date) {
        String word = FieldName.lowerCase(unit.toString());
        FieldName field = FieldName.of(word, DATE);
        boolean known = switch (field) {
            case DAY,
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
                    EPOCH -> true;
            default -> false;
        };
        if (!known) {
            throw FieldName.notSupported(word, DATE);
        }
        if (DateTimes.isInfinite(date)) {
            return atInfinity(field, date < 0);
        }
        return switch (field) {
            case EPOCH -> Numeric.of((date + (long) DateTimes.UNIX_TO_EPOCH_DAYS) * 86_400);
            case JULIAN -> Numeric.of(date + (long) DateTimes.EPOCH_JULIAN);
            default -> Numeric.of(calendar(field, date));
        };
    }

    @Prosrc("extract_timestamp")
    public static Numeric ofTimestamp(Utf8 unit, long local) {
        return ofTimestamp(unit, local, local, 0, TIMESTAMP);
    }

    @Prosrc("timestamp_part")
    public static Double partOfTimestamp(Utf8 unit, long local) {
        return asDouble(ofTimestamp(unit, local));
    }

    @Prosrc("extract_timestamptz")
    public static Numeric ofTimestampTz(CallContext call, Utf8 unit, long instant) {
        if (DateTimes.isInfinite(instant)) {
            return ofTimestamp(unit, instant, instant, 0, TIMESTAMPTZ);
        }
        int east = Zones.offsetAtInstant(instant, Sessions.zone(call.session()));
        return ofTimestamp(unit, instant + east * MICROS_PER_SECOND, instant, east, TIMESTAMPTZ);
    }

    @Prosrc("timestamptz_part")
    public static Double partOfTimestampTz(CallContext call, Utf8 unit, long instant) {
        return asDouble(ofTimestampTz(call, unit, instant));
    }

    private static Numeric ofTimestamp(Utf8 unit, long local, long instant, int east, String type) {
        String word = FieldName.lowerCase(unit.toString());
        FieldName field = FieldName.of(word, type);
        boolean zone = field == FieldName.ZONE || field == FieldName.ZONE_HOUR || field == FieldName.ZONE_MINUTE;
        if (field == FieldName.OTHER_RESERVED) {
            throw FieldName.notSupported(word, type);
        }
        if (DateTimes.isInfinite(instant)) {
            return atInfinity(field, instant < 0);
        }
        if (zone && !type.equals(TIMESTAMPTZ)) {
            throw FieldName.notSupported(word, type);
        }
        long days = Math.floorDiv(local, MICROS_PER_DAY);
        long time = local - days * MICROS_PER_DAY;
        return switch (field) {
            case MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR -> clock(field, time);
            case EPOCH -> micros(BigInteger.valueOf(instant).subtract(BigInteger.valueOf(UNIX_EPOCH_MICROS)));
            case JULIAN ->
                NumericFunctions.add(
                        Numeric.of(days + DateTimes.EPOCH_JULIAN),
                        NumericFunctions.divide(Numeric.of(time), Numeric.of(MICROS_PER_DAY)));
            case ZONE, ZONE_HOUR, ZONE_MINUTE -> zone(field, east);
            default -> Numeric.of(calendar(field, days));
        };
    }

    @Prosrc("extract_time")
    public static Numeric ofTime(Utf8 unit, long time) {
        String word = FieldName.lowerCase(unit.toString());
        FieldName field = FieldName.of(word, TIME);
        return switch (field) {
            case MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR -> clock(field, time);
            case EPOCH -> Numeric.of(BigDecimal.valueOf(time, 6));
            default -> throw unfit(field, word, TIME);
        };
    }

    @Prosrc("time_part")
    public static Double partOfTime(Utf8 unit, long time) {
        return asDouble(ofTime(unit, time));
    }

    @Prosrc("extract_timetz")
    public static Numeric ofTimeTz(Utf8 unit, TimeTz time) {
        String word = FieldName.lowerCase(unit.toString());
        FieldName field = FieldName.of(word, TIMETZ);
        return switch (field) {
            case MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR -> clock(field, time.micros());
            case EPOCH -> Numeric.of(BigDecimal.valueOf(time.micros() + time.zoneSecondsWest() * MICROS_PER_SECOND, 6));
            case ZONE, ZONE_HOUR, ZONE_MINUTE -> zone(field, -time.zoneSecondsWest());
            default -> throw unfit(field, word, TIMETZ);
        };
    }

    @Prosrc("timetz_part")
    public static Double partOfTimeTz(Utf8 unit, TimeTz time) {
        return asDouble(ofTimeTz(unit, time));
    }

    @Prosrc("extract_interval")
    public static Numeric ofInterval(Utf8 unit, Interval span) {
        String word = FieldName.lowerCase(unit.toString());
        FieldName field = FieldName.of(word, INTERVAL);
        int years = span.months() / 12;
        return switch (field) {
            case MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR -> clock(field, span.micros());
            case DAY -> Numeric.of(span.days());
            case MONTH -> Numeric.of(span.months() % 12);
            case QUARTER -> Numeric.of(span.months() % 12 / 3 + 1);
            case YEAR -> Numeric.of(years);
            case DECADE -> Numeric.of(years / 10);
            case CENTURY -> Numeric.of(years / 100);
            case MILLENNIUM -> Numeric.of(years / 1000);
            case EPOCH -> {
                // A year counts 365.25 days, a month of the rest 30.
                long seconds = years * 31_557_600L + span.months() % 12 * 2_592_000L + span.days() * 86_400L;
                yield micros(BigInteger.valueOf(seconds)
                        .multiply(BigInteger.valueOf(MICROS_PER_SECOND))
                        .add(BigInteger.valueOf(span.micros())));
            }
            default -> throw unfit(field, word, INTERVAL);
        };
    }

    @Prosrc("interval_part")
    public static Double partOfInterval(Utf8 unit, Interval span) {
        return asDouble(ofInterval(unit, span));
    }

    private static PgException unfit(FieldName field, String word, String type) {
        return field == FieldName.OTHER_RESERVED
                ? FieldName.notRecognized(word, type)
                : FieldName.notSupported(word, type);
    }

    private static Numeric atInfinity(FieldName field, boolean negative) {
        return field.isMonotonic() ? Numeric.infinity(negative) : null;
    }

    private static Numeric micros(BigInteger micros) {
        return Numeric.of(new BigDecimal(micros, 6));
    }

    /// @param micros since midnight, or of an interval: then the parts have its sign
    private static Numeric clock(FieldName field, long micros) {
        long ofMinute = micros % DateTimes.MICROS_PER_MINUTE;
        return switch (field) {
            case MICROSECOND -> Numeric.of(ofMinute);
            case MILLISECOND -> Numeric.of(BigDecimal.valueOf(ofMinute, 3));
            case SECOND -> Numeric.of(BigDecimal.valueOf(ofMinute, 6));
            case MINUTE -> Numeric.of(micros / DateTimes.MICROS_PER_MINUTE % 60);
            case HOUR -> Numeric.of(micros / DateTimes.MICROS_PER_HOUR);
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    private static Numeric zone(FieldName field, int east) {
        return Numeric.of(
                switch (field) {
                    case ZONE -> east;
                    case ZONE_HOUR -> east / 3600;
                    case ZONE_MINUTE -> east / 60 % 60;
                    default -> throw new IllegalArgumentException(field.name());
                });
    }

    /// There is no year 0: 1 BC is -1, and so are the first decade, century and millennium before it (decades do have
    /// a 0).
    private static long calendar(FieldName field, long days) {
        LocalDate date = DateTimes.date(days);
        int year = date.getYear();
        return switch (field) {
            case DAY -> date.getDayOfMonth();
            case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> date.getMonthValue();
            case QUARTER -> date.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> withoutZero(year);
            case DECADE -> Math.floorDiv(year, 10);
            case CENTURY -> withoutZero(Math.floorDiv(year + 99, 100));
            case MILLENNIUM -> withoutZero(Math.floorDiv(year + 999, 1000));
            case ISO_YEAR -> withoutZero(date.get(IsoFields.WEEK_BASED_YEAR));
            case DAY_OF_WEEK -> DateTimes.dayOfWeek(days);
            case ISO_DAY_OF_WEEK -> date.getDayOfWeek().getValue();
            case DAY_OF_YEAR -> date.getDayOfYear();
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    private static int withoutZero(int number) {
        return number > 0 ? number : number - 1;
    }

    private static Double asDouble(Numeric number) {
        if (number == null) {
            return null;
        }
        if (number.isInfinite()) {
            return number.signum() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return number.decimal().doubleValue();
    }
}
