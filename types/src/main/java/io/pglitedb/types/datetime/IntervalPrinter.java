package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.value.Interval;

/// Text of intervals in the four styles of IntervalStyle. Source: PostgreSQL 15, `EncodeInterval`.
final class IntervalPrinter {
    private final StringBuilder out = new StringBuilder();
    private final long years;
    private final long months;
    private final long days;
    private final long hours;
    private final long minutes;
    private final long seconds;
    private final int fraction; // µs

    private IntervalPrinter(Interval value) {
        years = value.months() / 12;
        months = value.months() % 12;
        days = value.days();
        hours = value.micros() / DateTimes.MICROS_PER_HOUR;
        minutes = value.micros() / DateTimes.MICROS_PER_MINUTE % 60;
        seconds = value.micros() / DateTimes.MICROS_PER_SECOND % 60;
        fraction = (int) (value.micros() % DateTimes.MICROS_PER_SECOND);
    }

    static String print(Interval value, SessionContext session) {
        IntervalPrinter printer = new IntervalPrinter(value);
        switch (Sessions.intervalStyle(session)) {
            case POSTGRES -> printer.postgres();
            case POSTGRES_VERBOSE -> printer.verbose();
            case SQL_STANDARD -> printer.sqlStandard();
            case ISO_8601 -> printer.iso();
        }
        return printer.out.toString();
    }

    private boolean hasTime() {
        return hours != 0 || minutes != 0 || seconds != 0 || fraction != 0;
    }

    private boolean negativeTime() {
        return hours < 0 || minutes < 0 || seconds < 0 || fraction < 0;
    }

    private void clock(boolean padHours) {
        long h = Math.abs(hours);
        out.append(padHours && h < 10 ? "0" : "").append(h).append(':');
        DateTimePrinter.two(out, (int) Math.abs(minutes)).append(':');
        DateTimePrinter.two(out, (int) Math.abs(seconds));
        DateTimePrinter.fraction(out, Math.abs(fraction));
    }

    private boolean before; // the field before this one was negative
    private boolean empty = true;

    private void postgresField(long value, String unit) {
        if (value == 0) {
            return;
        }
        out.append(empty ? "" : " ").append(before && value > 0 ? "+" : "").append(value);
        out.append(' ').append(unit).append(value == 1 ? "" : "s");
        before = value < 0;
        empty = false;
    }

    private void postgres() {
        postgresField(years, "year");
        postgresField(months, "mon");
        postgresField(days, "day");
        if (empty || hasTime()) {
            out.append(empty ? "" : " ").append(negativeTime() ? "-" : before ? "+" : "");
            clock(true);
        }
    }

    private void verboseField(long value, String unit) {
        if (value == 0) {
            return;
        }
        long shown;
        if (empty) {
            before = value < 0;
            shown = Math.abs(value);
        } else {
            shown = before ? -value : value;
        }
        out.append(' ').append(shown).append(' ').append(unit).append(shown == 1 ? "" : "s");
        empty = false;
    }

    private void verbose() {
        out.append('@');
        verboseField(years, "year");
        verboseField(months, "mon");
        verboseField(days, "day");
        verboseField(hours, "hour");
        verboseField(minutes, "min");
        if (seconds != 0 || fraction != 0) {
            boolean negative = seconds < 0 || fraction < 0;
            out.append(' ');
            if (empty) {
                before = negative;
            } else if (negative != before) {
                out.append('-');
            }
            out.append(Math.abs(seconds));
            DateTimePrinter.fraction(out, Math.abs(fraction));
            out.append(" sec").append(Math.abs(seconds) != 1 || fraction != 0 ? "s" : "");
            empty = false;
        }
        out.append(empty ? " 0" : "").append(before ? " ago" : "");
    }

    private void sqlStandard() {
        boolean negative = years < 0 || months < 0 || days < 0 || negativeTime();
        boolean positive =
                years > 0 || months > 0 || days > 0 || hours > 0 || minutes > 0 || seconds > 0 || fraction > 0;
        boolean yearMonth = years != 0 || months != 0;
        boolean dayTime = days != 0 || hasTime();
        if (!negative && !positive) {
            out.append('0');
        } else if (negative && positive || yearMonth && dayTime) {
            // Not SQL's: every part with its sign.
            out.append(years < 0 || months < 0 ? '-' : '+')
                    .append(Math.abs(years))
                    .append('-');
            out.append(Math.abs(months)).append(days < 0 ? " -" : " +").append(Math.abs(days));
            out.append(negativeTime() ? " -" : " +");
            clock(false);
        } else {
            out.append(negative ? "-" : "");
            if (yearMonth) {
                out.append(Math.abs(years)).append('-').append(Math.abs(months));
            } else {
                if (days != 0) {
                    out.append(Math.abs(days)).append(' ');
                }
                clock(false);
            }
        }
    }

    private void isoField(long value, char unit) {
        if (value != 0) {
            out.append(value).append(unit);
        }
    }

    private void iso() {
        if (years == 0 && months == 0 && days == 0 && !hasTime()) {
            out.append("PT0S");
            return;
        }
        out.append('P');
        isoField(years, 'Y');
        isoField(months, 'M');
        isoField(days, 'D');
        if (!hasTime()) {
            return;
        }
        out.append('T');
        isoField(hours, 'H');
        isoField(minutes, 'M');
        if (seconds != 0 || fraction != 0) {
            out.append(seconds < 0 || fraction < 0 ? "-" : "").append(Math.abs(seconds));
            DateTimePrinter.fraction(out, Math.abs(fraction)).append('S');
        }
    }
}
