package io.pglitedb.types.datetime;

import java.util.HashMap;
import java.util.Map;

/// A unit of intervals. Source of the spellings: PostgreSQL 15, `deltatktbl`; words count up to ten letters.
enum IntervalUnit {
    MICROSECOND(Part.MICROS, 1, "us", "usec", "usecond", "useconds", "usecs", "microsecon"),
    MILLISECOND(Part.MICROS, 1000, "ms", "msec", "msecond", "mseconds", "msecs", "millisecon"),
    SECOND(Part.MICROS, DateTimes.MICROS_PER_SECOND, "s", "sec", "second", "seconds", "secs"),
    MINUTE(Part.MICROS, DateTimes.MICROS_PER_MINUTE, "m", "min", "mins", "minute", "minutes"),
    HOUR(Part.MICROS, DateTimes.MICROS_PER_HOUR, "h", "hour", "hours", "hr", "hrs"),
    DAY(Part.DAYS, 1, "d", "day", "days"),
    WEEK(Part.DAYS, 7, "w", "week", "weeks"),
    MONTH(Part.MONTHS, 1, "mon", "mons", "month", "months"),
    YEAR(Part.MONTHS, 12, "y", "year", "years", "yr", "yrs"),
    DECADE(Part.MONTHS, 120, "dec", "decade", "decades", "decs"),
    CENTURY(Part.MONTHS, 1200, "c", "cent", "century", "centuries"),
    MILLENNIUM(Part.MONTHS, 12_000, "mil", "millennia", "millennium", "mils");

    enum Part {
        MONTHS,
        DAYS,
        MICROS
    }

    static final int ALL_SECONDS = MICROSECOND.mask() | MILLISECOND.mask() | SECOND.mask();
    private static final int SIGNIFICANT = 10;
    private static final Map<String, IntervalUnit> BY_NAME = byName();

    private final Part part;
    private final long factor;
    private final String[] names;

    IntervalUnit(Part part, long factor, String... names) {
        this.part = part;
        this.factor = factor;
        this.names = names;
    }

    private static Map<String, IntervalUnit> byName() {
        Map<String, IntervalUnit> units = new HashMap<>();
        for (IntervalUnit unit : values()) {
            for (String name : unit.names) {
                units.put(name, unit);
            }
        }
        return units;
    }

    /// Null when there is none.
    static IntervalUnit find(String lowerCase) {
        return BY_NAME.get(lowerCase.length() > SIGNIFICANT ? lowerCase.substring(0, SIGNIFICANT) : lowerCase);
    }

    Part part() {
        return part;
    }

    /// Months, days or µs in one.
    long factor() {
        return factor;
    }

    int mask() {
        return 1 << ordinal();
    }
}
