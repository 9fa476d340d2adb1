package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SessionContext.DateStyle;

/// Text of dates and times in the four formats of DateStyle. Source: PostgreSQL 15, `EncodeDateTime`.
final class DateTimePrinter {
    private static final DateStyle ISO = new DateStyle(DateStyle.Format.ISO, DateStyle.Order.MDY);
    static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

    private DateTimePrinter() {}

    private static DateStyle style(SessionContext session) {
        return session == null ? ISO : session.dateStyle();
    }

    static String date(int days, SessionContext session) {
        if (days == Integer.MIN_VALUE) {
            return "-infinity";
        }
        if (days == Integer.MAX_VALUE) {
            return "infinity";
        }
        BrokenDownTime time = new BrokenDownTime();
        time.setDate(days);
        DateStyle style = style(session);
        StringBuilder out = new StringBuilder(16);
        if (style.format() == DateStyle.Format.POSTGRES) {
            boolean dayFirst = style.order() == DateStyle.Order.DMY;
            two(out, dayFirst ? time.day : time.month).append('-');
            two(out, dayFirst ? time.month : time.day).append('-');
            year(out, time);
        } else {
            numericDate(out, time, style);
        }
        return era(out, time).toString();
    }

    private static void numericDate(StringBuilder out, BrokenDownTime time, DateStyle style) {
        switch (style.format()) {
            case ISO -> {
                year(out, time).append('-');
                two(two(out, time.month).append('-'), time.day);
            }
            case GERMAN -> year(two(two(out, time.day).append('.'), time.month).append('.'), time);
            case SQL, POSTGRES -> {
                boolean dayFirst = style.order() == DateStyle.Order.DMY;
                two(out, dayFirst ? time.day : time.month).append('/');
                two(out, dayFirst ? time.month : time.day).append('/');
                year(out, time);
            }
        }
    }

    static String timestamp(long micros, SessionContext session) {
        if (DateTimes.isInfinite(micros)) {
            return micros < 0 ? "-infinity" : "infinity";
        }
        return print(BrokenDownTime.ofLocal(micros), micros, null, session);
    }

    static String timestampTz(long micros, SessionContext session) {
        if (DateTimes.isInfinite(micros)) {
            return micros < 0 ? "-infinity" : "infinity";
        }
        BrokenDownTime time = BrokenDownTime.ofInstant(micros, Sessions.zone(session));
        DateStyle style = style(session);
        String zone = style.format() == DateStyle.Format.ISO
                ? offset(time.zone, false)
                : " " + Zones.abbreviationAt(micros, Sessions.zone(session));
        return print(time, micros, zone, session);
    }

    private static String print(BrokenDownTime time, long micros, String zone, SessionContext session) {
        DateStyle style = style(session);
        StringBuilder out = new StringBuilder(32);
        if (style.format() == DateStyle.Format.POSTGRES) {
            out.append(DAYS[DateTimes.dayOfWeek(time.days())]).append(' ');
            if (style.order() == DateStyle.Order.DMY) {
                two(out, time.day).append(' ').append(MONTHS[time.month - 1]);
            } else {
                two(out.append(MONTHS[time.month - 1]).append(' '), time.day);
            }
            clock(out.append(' '), time).append(' ');
            year(out, time);
        } else {
            numericDate(out, time, style);
            clock(out.append(' '), time);
        }
        if (zone != null) {
            out.append(zone);
        }
        return era(out, time).toString();
    }

    static String time(long micros) {
        BrokenDownTime time = new BrokenDownTime();
        time.setTime(micros);
        return clock(new StringBuilder(16), time).toString();
    }

    /// `+hh[:mm[:ss]]`, east positive.
    static String offset(int secondsWest, boolean withMinutes) {
        int seconds = Math.abs(secondsWest);
        StringBuilder out = new StringBuilder(9).append(secondsWest <= 0 ? '+' : '-');
        two(out, seconds / 3600);
        int minutes = seconds / 60 % 60;
        if (minutes != 0 || seconds % 60 != 0 || withMinutes) {
            two(out.append(':'), minutes);
        }
        if (seconds % 60 != 0) {
            two(out.append(':'), seconds % 60);
        }
        return out.toString();
    }

    private static StringBuilder clock(StringBuilder out, BrokenDownTime time) {
        two(out, time.hour).append(':');
        two(out, time.minute).append(':');
        two(out, time.second);
        return fraction(out, time.fraction);
    }

    /// `.25`, nothing for 0.
    static StringBuilder fraction(StringBuilder out, int micros) {
        if (micros != 0) {
            String digits = Integer.toString(1_000_000 + micros).substring(1);
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(digits, 0, end);
        }
        return out;
    }

    private static StringBuilder year(StringBuilder out, BrokenDownTime time) {
        int year = time.year > 0 ? time.year : 1 - time.year;
        if (year < 1000) {
            out.append(year < 10 ? "000" : year < 100 ? "00" : "0");
        }
        return out.append(year);
    }

    private static StringBuilder era(StringBuilder out, BrokenDownTime time) {
        return time.year > 0 ? out : out.append(" BC");
    }

    static StringBuilder two(StringBuilder out, int number) {
        return (number < 10 ? out.append('0') : out).append(number);
    }
}
