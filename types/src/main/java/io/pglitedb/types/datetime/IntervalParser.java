package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimeFault.badFormat;
import static io.pglitedb.types.datetime.DateTimeFault.overflow;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SessionContext.IntervalStyle;
import io.pglitedb.types.datetime.DateTimeText.Field;
import io.pglitedb.types.datetime.DateTimeText.Kind;
import io.pglitedb.types.value.Interval;
import java.util.List;

/// Reads intervals, from the last field to the first, so that a unit is known before its number. Source of the
/// rules:
/// PostgreSQL 15, `DecodeInterval`.
final class IntervalParser {
    private final int range;
    private int seen;
    private boolean forceNegative;
    private long years;
    private long months;
    private long days;
    private long micros;

    private IntervalParser(int range) {
        this.range = range;
    }

    /// @param range fields that the type modifier allows, see `IntervalRange`
    static Interval parse(String text, int range, SessionContext session) throws DateTimeFault {
        try {
            List<Field> fields = DateTimeText.split(text);
            if (fields == null) {
                throw badFormat();
            }
            return new IntervalParser(range).decode(fields, session);
        } catch (DateTimeFault e) {
            if (e.reason() == DateTimeFault.Reason.BAD_FORMAT) {
                return overflowAsInterval(() -> IsoDuration.parse(text));
            }
            return overflowAsInterval(() -> {
                throw e;
            });
        }
    }

    private interface Attempt {
        Interval run() throws DateTimeFault;
    }

    private static Interval overflowAsInterval(Attempt attempt) throws DateTimeFault {
        try {
            return attempt.run();
        } catch (DateTimeFault e) {
            throw e.reason() == DateTimeFault.Reason.FIELD_OVERFLOW
                    ? new DateTimeFault(DateTimeFault.Reason.INTERVAL_OVERFLOW)
                    : e;
        }
    }

    private Interval decode(List<Field> fields, SessionContext session) throws DateTimeFault {
        forceNegative = Sessions.intervalStyle(session) == IntervalStyle.SQL_STANDARD
                && !fields.isEmpty()
                && fields.getFirst().text().charAt(0) == '-'
                && fields.stream().skip(1).noneMatch(f -> "+-".indexOf(f.text().charAt(0)) >= 0);
        IntervalUnit unit = null;
        boolean before = false;
        for (int i = fields.size() - 1; i >= 0; i--) {
            Field field = fields.get(i);
            String text = field.text();
            switch (field.kind()) {
                case TIME -> {
                    clock(text, forceNegative);
                    unit = IntervalUnit.DAY;
                }
                case ZONE, DATE, NUMBER -> {
                    if (field.kind() == Kind.ZONE && text.indexOf(':') > 0) {
                        clock(text.substring(1), text.charAt(0) == '-');
                        unit = IntervalUnit.DAY;
                    } else {
                        unit = number(text, unit == null ? IntervalRange.rightmost(range) : unit);
                    }
                }
                case WORD, SPECIAL -> {
                    if (text.equals("ago")) {
                        before = true;
                        unit = null;
                    } else {
                        unit = IntervalUnit.find(text);
                        if (unit == null) {
                            throw badFormat();
                        }
                    }
                }
            }
        }
        if (seen == 0) {
            throw badFormat();
        }
        if (before) {
            years = exactInt(0, years, -1);
            months = exactInt(0, months, -1);
            days = exactInt(0, days, -1);
            micros = exact(0, micros, -1);
        }
        return interval();
    }

    private void mark(int mask) throws DateTimeFault {
        if ((seen & mask) != 0) {
            throw badFormat();
        }
        seen |= mask;
    }

    private void clock(String text, boolean negative) throws DateTimeFault {
        long total = Clock.parse(text, range == (IntervalRange.MINUTE | IntervalRange.SECOND))
                .totalMicros();
        mark(IntervalUnit.HOUR.mask() | IntervalUnit.MINUTE.mask() | IntervalUnit.ALL_SECONDS);
        addMicros(negative ? -total : total);
    }

    /// Returns the unit of the number to its left, where that one has none of its own.
    private IntervalUnit number(String text, IntervalUnit given) throws DateTimeFault {
        IntervalUnit unit = given;
        boolean negative = text.charAt(0) == '-';
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int end = DateTimeParser.digitsEnd(text, start);
        long value = end == start ? 0 : whole((negative ? "-" : "") + text.substring(start, end));
        double fraction = 0;
        if (end < text.length() && text.charAt(end) == '-') {
            int yearMonths = DateTimeParser.integer(text.substring(end + 1));
            if (yearMonths >= 12) {
                throw overflow();
            }
            unit = IntervalUnit.MONTH;
            value = exact(0, value, 12) + (negative ? -yearMonths : yearMonths);
        } else if (end < text.length()) {
            if (text.charAt(end) != '.' || DateTimeParser.digitsEnd(text, end + 1) != text.length()) {
                throw badFormat();
            }
            fraction = text.length() == end + 1 ? 0 : Double.parseDouble("0" + text.substring(end));
            fraction = negative ? -fraction : fraction;
        }
        if (forceNegative) {
            value = -Math.abs(value);
            fraction = -Math.abs(fraction);
        }
        mark(unit == IntervalUnit.SECOND && fraction != 0 ? IntervalUnit.ALL_SECONDS : unit.mask());
        add(unit, value, fraction);
        return unit == IntervalUnit.HOUR ? IntervalUnit.DAY : unit;
    }

    private static long whole(String digits) throws DateTimeFault {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw overflow();
        }
    }

    private static long exact(long base, long value, long factor) throws DateTimeFault {
        try {
            return Math.addExact(base, Math.multiplyExact(value, factor));
        } catch (ArithmeticException e) {
            throw overflow();
        }
    }

    /// Years, months and days have 32 bits each.
    private static long exactInt(long base, long value, long factor) throws DateTimeFault {
        long sum = exact(base, value, factor);
        if (sum != (int) sum) {
            throw overflow();
        }
        return sum;
    }

    private void addMicros(long more) throws DateTimeFault {
        micros = exact(micros, more, 1);
    }

    /// A fraction of a unit goes down: of years into months, of months and weeks into days, of days into time.
    private void add(IntervalUnit unit, long value, double fraction) throws DateTimeFault {
        switch (unit.part()) {
            case MONTHS -> {
                if (unit == IntervalUnit.MONTH) {
                    months = exactInt(months, value, 1);
                    addFractionalDays(fraction * 30);
                } else {
                    years = exactInt(years, value, unit.factor() / 12);
                    months = exactInt(months, (long) Math.rint(fraction * unit.factor()), 1);
                }
            }
            case DAYS -> {
                days = exactInt(days, value, unit.factor());
                addFractionalDays(fraction * unit.factor());
            }
            case MICROS -> {
                micros = exact(micros, value, unit.factor());
                addFractionalMicros(fraction * unit.factor());
            }
        }
    }

    private void addFractionalDays(double more) throws DateTimeFault {
        long whole = (long) more;
        days = exactInt(days, whole, 1);
        addFractionalMicros((more - whole) * DateTimes.MICROS_PER_DAY);
    }

    private void addFractionalMicros(double more) throws DateTimeFault {
        long whole = (long) more;
        double rest = more - whole;
        addMicros(rest > 0.5 ? whole + 1 : rest < -0.5 ? whole - 1 : whole);
    }

    private Interval interval() throws DateTimeFault {
        long allMonths = years * 12 + months;
        if (allMonths != (int) allMonths || days != (int) days) {
            throw new DateTimeFault(DateTimeFault.Reason.INTERVAL_SUM_OVERFLOW);
        }
        return new Interval((int) allMonths, (int) days, micros);
    }

    /// ISO 8601: `P1Y2M3DT4H5M6S`, `P0001-02-03T04:05:06`.
    private static final class IsoDuration {
        private final String text;
        private final IntervalParser sum = new IntervalParser(IntervalRange.ALL);
        private int at = 1;

        private IsoDuration(String text) {
            this.text = text;
        }

        static Interval parse(String text) throws DateTimeFault {
            if (text.length() < 2 || text.charAt(0) != 'P') {
                throw badFormat();
            }
            return new IsoDuration(text).parse();
        }

        private Interval parse() throws DateTimeFault {
            boolean datePart = true;
            boolean haveField = false;
            while (at < text.length()) {
                if (text.charAt(at) == 'T') {
                    datePart = false;
                    haveField = false;
                    at++;
                    continue;
                }
                int start = at;
                double value = number();
                char unit = at < text.length() ? text.charAt(at) : 0;
                boolean basic = datePart && !haveField && (unit == 0 || unit == 'T') && integerDigits(start) == 8;
                if (basic || !datePart && !haveField && unit == 0 && integerDigits(start) == 6) {
                    basic(start, datePart);
                    datePart = false;
                    continue;
                }
                if (unit == '-' || unit == ':' || unit == 0 || unit == 'T') {
                    if (haveField) {
                        throw badFormat();
                    }
                    at = start;
                    alternative(datePart);
                    datePart = false;
                    continue;
                }
                at++;
                IntervalUnit known = unit(unit, datePart);
                if (known == null) {
                    throw badFormat();
                }
                add(known, value);
                haveField = true;
            }
            return sum.interval();
        }

        private void add(IntervalUnit unit, double value) throws DateTimeFault {
            if (value < -0x1p63 || value >= 0x1p63) {
                throw overflow();
            }
            sum.add(unit, (long) value, value - (long) value);
        }

        /// Digits of a number that begins there, a sign left aside.
        private int integerDigits(int start) {
            int first = text.charAt(start) == '-' ? start + 1 : start;
            return DateTimeParser.digitsEnd(text, first) - first;
        }

        /// yyyymmdd, hhmmss[.fff].
        private void basic(int start, boolean datePart) throws DateTimeFault {
            boolean negative = text.charAt(start) == '-';
            String digits = text.substring(negative ? start + 1 : start, at);
            int first = datePart ? 4 : 2;
            IntervalUnit[] units = units(datePart);
            int sign = negative ? -1 : 1;
            add(units[0], sign * Double.parseDouble(digits.substring(0, first)));
            add(units[1], sign * Double.parseDouble(digits.substring(first, first + 2)));
            add(units[2], sign * Double.parseDouble(digits.substring(first + 2)));
        }

        private static IntervalUnit[] units(boolean datePart) {
            return datePart
                    ? new IntervalUnit[] {IntervalUnit.YEAR, IntervalUnit.MONTH, IntervalUnit.DAY}
                    : new IntervalUnit[] {IntervalUnit.HOUR, IntervalUnit.MINUTE, IntervalUnit.SECOND};
        }

        private static IntervalUnit unit(char letter, boolean datePart) {
            return switch (letter) {
                case 'Y' -> datePart ? IntervalUnit.YEAR : null;
                case 'M' -> datePart ? IntervalUnit.MONTH : IntervalUnit.MINUTE;
                case 'W' -> datePart ? IntervalUnit.WEEK : null;
                case 'D' -> datePart ? IntervalUnit.DAY : null;
                case 'H' -> datePart ? null : IntervalUnit.HOUR;
                case 'S' -> datePart ? null : IntervalUnit.SECOND;
                default -> null;
            };
        }

        /// Fields by position: yyyy-mm-dd or hh:mm:ss, the last ones optional.
        private void alternative(boolean datePart) throws DateTimeFault {
            IntervalUnit[] units = units(datePart);
            char separator = datePart ? '-' : ':';
            for (int i = 0; i < units.length; i++) {
                double value = number();
                add(units[i], value);
                if (at == text.length() || text.charAt(at) == 'T') {
                    return;
                }
                if (i == units.length - 1 || text.charAt(at) != separator) {
                    throw badFormat();
                }
                at++;
            }
        }

        private double number() throws DateTimeFault {
            int start = at;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            at = DateTimeParser.digitsEnd(text, at);
            if (at < text.length() && text.charAt(at) == '.') {
                at = DateTimeParser.digitsEnd(text, at + 1);
            }
            if (at > start && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
                int digits = at + 1;
                if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
                    digits++;
                }
                int end = DateTimeParser.digitsEnd(text, digits);
                at = end > digits ? end : at;
            }
            try {
                return Double.parseDouble(text.substring(start, at));
            } catch (NumberFormatException e) {
                throw badFormat();
            }
        }
    }
}
