package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_DAY;
import static io.pglitedb.types.datetime.DateTimes.MICROS_PER_SECOND;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;

/// Arithmetic on intervals. 22008 "interval out of range" when a part overflows.
public final class IntervalArithmetic {
    private IntervalArithmetic() {}

    @Prosrc("interval_um")
    public static Interval negate(Interval value) {
        return exact(() -> new Interval(
                Math.negateExact(value.months()), Math.negateExact(value.days()), Math.negateExact(value.micros())));
    }

    @Prosrc("interval_pl")
    public static Interval add(Interval left, Interval right) {
        return exact(() -> new Interval(
                Math.addExact(left.months(), right.months()),
                Math.addExact(left.days(), right.days()),
                Math.addExact(left.micros(), right.micros())));
    }

    @Prosrc("interval_mi")
    public static Interval subtract(Interval left, Interval right) {
        return exact(() -> new Interval(
                Math.subtractExact(left.months(), right.months()),
                Math.subtractExact(left.days(), right.days()),
                Math.subtractExact(left.micros(), right.micros())));
    }

    private static Interval exact(java.util.function.Supplier<Interval> sum) {
        try {
            return sum.get();
        } catch (ArithmeticException e) {
            throw DateTimes.intervalOutOfRange();
        }
    }

    @Prosrc("interval_mul")
    public static Interval multiply(Interval span, double factor) {
        return scaled(span, span.months() * factor, span.days() * factor, span.micros() * factor, x -> x * factor);
    }

    @Prosrc("mul_d_interval")
    public static Interval multiply(double factor, Interval span) {
        return multiply(span, factor);
    }

    @Prosrc("interval_div")
    public static Interval divide(Interval span, double divisor) {
        if (divisor == 0) {
            throw new PgException(SqlState.DIVISION_BY_ZERO, "division by zero");
        }
        return scaled(span, span.months() / divisor, span.days() / divisor, span.micros() / divisor, x -> x / divisor);
    }

    /// Fractions of months become days of 30 a month, fractions of days time. Source: PostgreSQL 15,
    /// `interval_mul`.
    private static Interval scaled(
            Interval span, double months, double days, double micros, java.util.function.DoubleUnaryOperator scale) {
        if (!fitsInt(months) || !fitsInt(days)) {
            throw DateTimes.intervalOutOfRange();
        }
        int wholeMonths = (int) months;
        long wholeDays = (int) days;
        double monthDays = toMicros((scale.applyAsDouble(span.months()) - wholeMonths) * 30);
        double seconds =
                toMicros((scale.applyAsDouble(span.days()) - (int) days + monthDays - (int) monthDays) * 86_400);
        if (Math.abs(seconds) >= 86_400) {
            wholeDays += (int) (seconds / 86_400);
            seconds -= (int) (seconds / 86_400) * 86_400;
        }
        wholeDays += (int) monthDays;
        double total = Math.rint(micros + seconds * MICROS_PER_SECOND);
        if (Double.isNaN(total) || total < -0x1p63 || total >= 0x1p63) {
            throw DateTimes.intervalOutOfRange();
        }
        return of(wholeMonths, wholeDays, (long) total);
    }

    private static boolean fitsInt(double value) {
        return value > Integer.MIN_VALUE && value < Integer.MAX_VALUE;
    }

    private static double toMicros(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    @Prosrc("interval_justify_hours")
    public static Interval justifyHours(Interval span) {
        long days = span.days() + span.micros() / MICROS_PER_DAY;
        long micros = span.micros() % MICROS_PER_DAY;
        if (days > 0 && micros < 0) {
            micros += MICROS_PER_DAY;
            days--;
        } else if (days < 0 && micros > 0) {
            micros -= MICROS_PER_DAY;
            days++;
        }
        return of(span.months(), days, micros);
    }

    @Prosrc("interval_justify_days")
    public static Interval justifyDays(Interval span) {
        long months = (long) span.months() + span.days() / 30;
        int days = span.days() % 30;
        if (months > 0 && days < 0) {
            days += 30;
            months--;
        } else if (months < 0 && days > 0) {
            days -= 30;
            months++;
        }
        return of(months, days, span.micros());
    }

    @Prosrc("interval_justify_interval")
    public static Interval justify(Interval span) {
        long days = span.days() + span.micros() / MICROS_PER_DAY;
        long micros = span.micros() % MICROS_PER_DAY;
        long months = span.months() + days / 30;
        days %= 30;
        if (months > 0 && (days < 0 || days == 0 && micros < 0)) {
            days += 30;
            months--;
        } else if (months < 0 && (days > 0 || days == 0 && micros > 0)) {
            days -= 30;
            months++;
        }
        if (days > 0 && micros < 0) {
            micros += MICROS_PER_DAY;
            days--;
        } else if (days < 0 && micros > 0) {
            micros -= MICROS_PER_DAY;
            days++;
        }
        return of(months, days, micros);
    }

    private static Interval of(long months, long days, long micros) {
        if (months != (int) months || days != (int) days) {
            throw DateTimes.intervalOutOfRange();
        }
        return new Interval((int) months, (int) days, micros);
    }

    @Prosrc("interval_finite")
    public static boolean isFinite(Interval span) {
        return true;
    }
}
