package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Interval;

/// The type modifier of interval: a set of fields in the upper half, the precision of the second in the lower; ffff
/// means full precision, 7fff all fields. Source: PostgreSQL 15, `timestamp.h`, `AdjustIntervalForTypmod`.
final class IntervalRange {
    static final int MONTH = 1 << 1;
    static final int YEAR = 1 << 2;
    static final int DAY = 1 << 3;
    static final int HOUR = 1 << 10;
    static final int MINUTE = 1 << 11;
    static final int SECOND = 1 << 12;
    static final int ALL = 0x7fff;

    private IntervalRange() {}

    static int of(int typmod) {
        return typmod < 0 ? ALL : typmod >> 16 & ALL;
    }

    static int precision(int typmod) {
        return typmod < 0 || (typmod & 0xffff) == 0xffff ? -1 : typmod & 0xffff;
    }

    /// What a number without a unit means.
    static IntervalUnit rightmost(int range) {
        if (range == ALL || (range & SECOND) != 0) {
            return IntervalUnit.SECOND;
        }
        if ((range & MINUTE) != 0) {
            return IntervalUnit.MINUTE;
        }
        if ((range & HOUR) != 0) {
            return IntervalUnit.HOUR;
        }
        if ((range & DAY) != 0) {
            return IntervalUnit.DAY;
        }
        return (range & MONTH) != 0 ? IntervalUnit.MONTH : IntervalUnit.YEAR;
    }

    /// Drops what the fields do not hold and rounds to the precision.
    static Interval fit(Interval value, int typmod) {
        if (typmod < 0) {
            return value;
        }
        int range = of(typmod);
        int months = value.months();
        int days = value.days();
        long micros = value.micros();
        if (range == YEAR) {
            months = months / 12 * 12;
            days = 0;
            micros = 0;
        } else if (range == MONTH || range == (YEAR | MONTH)) {
            days = 0;
            micros = 0;
        } else if (range == DAY) {
            micros = 0;
        } else if (range != ALL && (range & SECOND) == 0) {
            long unit = (range & MINUTE) != 0 ? DateTimes.MICROS_PER_MINUTE : DateTimes.MICROS_PER_HOUR;
            micros = micros / unit * unit;
        }
        int precision = precision(typmod);
        if (precision > 6) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "interval(" + precision + ") precision must be between 0 and 6");
        }
        return new Interval(months, days, DateTimes.round(micros, precision));
    }
}
