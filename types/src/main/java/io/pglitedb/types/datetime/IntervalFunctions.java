package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_DAY;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;

/// age, date_bin, date_trunc of intervals, make_interval, and the states of avg(interval).
public final class IntervalFunctions {
    private static final int INTERVAL_OID = 1186;

    private IntervalFunctions() {}

    @Prosrc("timestamp_age")
    public static Interval age(long later, long earlier) {
        return age(later, earlier, later < earlier);
    }

    @Prosrc("timestamptz_age")
    public static Interval ageTz(CallContext call, long later, long earlier) {
        ZoneId zone = Sessions.zone(call.session());
        return age(local(later, zone), local(earlier, zone), later < earlier);
    }

    private static long local(long instant, ZoneId zone) {
        try {
            return Math.addExact(instant, Zones.offsetAtInstant(instant, zone) * DateTimes.MICROS_PER_SECOND);
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    /// Field by field; a borrowed month has the length of the earlier date's month. PostgreSQL 15 reads
    /// infinity as the number that stands for it, and refuses -infinity.
    private static Interval age(long later, long earlier, boolean negative) {
        if (Math.min(later, earlier) < DateTimes.MIN_TIMESTAMP) {
            throw DateTimes.timestampOutOfRange();
        }
        BrokenDownTime high = BrokenDownTime.ofLocal(negative ? earlier : later);
        BrokenDownTime low = BrokenDownTime.ofLocal(negative ? later : earlier);
        long micros = high.timeOfDay() - low.timeOfDay();
        int days = high.day - low.day;
        int months = (high.year - low.year) * 12 + high.month - low.month;
        if (micros < 0) {
            micros += MICROS_PER_DAY;
            days--;
        }
        while (days < 0) {
            days += DateTimes.lengthOfMonth(low.year, low.month);
            months--;
        }
        return negative ? new Interval(-months, -days, -micros) : new Interval(months, days, micros);
    }

    /// Both for timestamp and, days being 24 hours long here, timestamptz.
    @Prosrc({"timestamp_bin", "timestamptz_bin"})
    public static long bin(Interval stride, long timestamp, long origin) {
        if (DateTimes.isInfinite(timestamp)) {
            return timestamp;
        }
        if (DateTimes.isInfinite(origin)) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "origin out of range");
        }
        if (stride.months() != 0) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "timestamps cannot be binned into intervals containing months or years");
        }
        long width;
        long distance;
        try {
            width = Math.addExact(Math.multiplyExact(stride.days(), MICROS_PER_DAY), stride.micros());
            if (width <= 0) {
                throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "stride must be greater than zero");
            }
            distance = Math.subtractExact(timestamp, origin);
        } catch (ArithmeticException e) {
            throw DateTimes.intervalOutOfRange();
        }
        try {
            return DateTimes.checkTimestamp(Math.subtractExact(timestamp, Math.floorMod(distance, width)));
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    @Prosrc("interval_trunc")
    public static Interval truncate(Utf8 unit, Interval span) {
        String word = FieldName.lowerCase(unit.toString());
        IntervalUnit known = IntervalUnit.find(word);
        if (known == null) {
            return switch (word) {
                case "qtr", "quarter" -> new Interval(span.months() - span.months() % 3, 0, 0);
                case "weeks" -> throw weeks(word);
                case "timezone" -> throw FieldName.notSupported(word, "interval");
                default -> {
                    if (word.startsWith("timezone_h") || word.startsWith("timezone_m")) {
                        throw FieldName.notSupported(word, "interval");
                    }
                    throw FieldName.notRecognized(word, "interval");
                }
            };
        }
        if (known == IntervalUnit.WEEK) {
            throw weeks(word);
        }
        long factor = known.factor();
        return switch (known.part()) {
            case MONTHS -> new Interval((int) (span.months() - span.months() % factor), 0, 0);
            case DAYS -> new Interval(span.months(), span.days(), 0);
            case MICROS -> new Interval(span.months(), span.days(), span.micros() - span.micros() % factor);
        };
    }

    private static PgException weeks(String word) {
        return FieldName.notSupported(word, "interval").detail("Months usually have fractional weeks.");
    }

    /// Only the seconds are checked: the whole numbers wrap around, as in PostgreSQL 15.
    @Prosrc("make_interval")
    public static Interval make(int years, int months, int weeks, int days, int hours, int minutes, double seconds) {
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            throw DateTimes.intervalOutOfRange();
        }
        double fromSeconds = Math.rint(seconds * 1e6);
        long micros = fromSeconds >= -0x1p63 && fromSeconds < 0x1p63 ? (long) fromSeconds : Long.MIN_VALUE;
        return new Interval(
                years * 12 + months,
                weeks * 7 + days,
                hours * DateTimes.MICROS_PER_HOUR + minutes * DateTimes.MICROS_PER_MINUTE + micros);
    }

    @Prosrc("interval_accum")
    public static PgArray accumulate(PgArray state, Interval value) {
        return state(IntervalArithmetic.add(sum(state), value), count(state) + 1);
    }

    @Prosrc("interval_accum_inv")
    public static PgArray remove(PgArray state, Interval value) {
        return state(IntervalArithmetic.subtract(sum(state), value), count(state) - 1);
    }

    @Prosrc("interval_combine")
    public static PgArray combine(PgArray left, PgArray right) {
        return state(IntervalArithmetic.add(sum(left), sum(right)), count(left) + count(right));
    }

    @Prosrc("interval_avg")
    public static Interval average(PgArray state) {
        long count = count(state);
        return count == 0 ? null : IntervalArithmetic.divide(sum(state), count);
    }

    /// The sum, and the count as the microseconds of a second interval.
    private static PgArray state(Interval sum, long count) {
        return PgArray.of(INTERVAL_OID, sum, new Interval(0, 0, count));
    }

    private static Interval sum(PgArray state) {
        return element(state, 0);
    }

    private static long count(PgArray state) {
        return element(state, 1).micros();
    }

    private static Interval element(PgArray state, int index) {
        if (state.elements().length != 2) {
            throw new PgException(SqlState.INTERNAL_ERROR, "expected 2-element interval array");
        }
        return (Interval) state.elements()[index];
    }
}
