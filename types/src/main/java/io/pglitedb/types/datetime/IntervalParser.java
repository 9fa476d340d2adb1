package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimeFault.badFormat;
import static io.pglitedb.types.datetime.DateTimeFault.overflow;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SessionContext.IntervalStyle;
import io.pglitedb.types.datetime.DateTimeText.Field;
import io.pglitedb.types.datetime.DateTimeText.Kind;
import io.pglitedb.types.value.Interval;
import java.util.List;

/// Reads intervals, from the last field to the first, so that a unit is known before its number. Source of the rules:
/// PostgreSQL 15, `DecodeInterval`.
final class IntervalParser {
    private final int range;
    private int seen;
    private boolean forceNegative;
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
            months = -months;
            days = -days;
            micros = -micros;
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
        long value = end == start ? 0 : whole(text.substring(start, end));
        value = negative ? -value : value;
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

    private void addMicros(long more) throws DateTimeFault {
        micros = exact(micros, more, 1);
    }

    /// A fraction of a unit goes down: of years into months, of months and weeks into days, of days into time.
    private void add(IntervalUnit unit, long value, double fraction) throws DateTimeFault {
        switch (unit.part()) {
            case MONTHS -> {
                months = exact(months, value, unit.factor());
                if (unit == IntervalUnit.MONTH) {
                    addFractionalDays(fraction * 30);
                } else {
                    months += (long) Math.rint(fraction * unit.factor());
                }
            }
            case DAYS -> {
                days = exact(days, value, unit.factor());
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
        days += whole;
        addFractionalMicros((more - whole) * DateTimes.MICROS_PER_DAY);
    }

    private void addFractionalMicros(double more) throws DateTimeFault {
        long whole = (long) more;
        double rest = more - whole;
        addMicros(rest > 0.5 ? whole + 1 : rest < -0.5 ? whole - 1 : whole);
    }

    private Interval interval() throws DateTimeFault {
        if (months != (int) months || days != (int) days) {
            throw overflow();
        }
        return new Interval((int) months, (int) days, micros);
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
                if (unit == '-' || unit == ':' || unit == 0) {
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
                sum.add(known, (long) value, value - (long) value);
                haveField = true;
            }
            return sum.interval();
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
            IntervalUnit[] units = datePart
                    ? new IntervalUnit[] {IntervalUnit.YEAR, IntervalUnit.MONTH, IntervalUnit.DAY}
                    : new IntervalUnit[] {IntervalUnit.HOUR, IntervalUnit.MINUTE, IntervalUnit.SECOND};
            char separator = datePart ? '-' : ':';
            for (int i = 0; i < units.length; i++) {
                double value = number();
                sum.add(units[i], (long) value, value - (long) value);
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
            try {
                return Double.parseDouble(text.substring(start, at));
            } catch (NumberFormatException e) {
                throw badFormat();
            }
        }
    }
}
