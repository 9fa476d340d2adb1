package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.time.LocalDate;

/// What a template found in a text, 0 for what it did not find; put together here into a date and time: the
/// second half of to_timestamp. Source of the rules: PostgreSQL 15, `do_to_timestamp`.
final class TemplateFields {
    private static final int MAX_ZONE_HOURS = 15;
    /// Beyond every date's.
    private static final int MAX_YEAR = 10_000_000;

    int hour;
    int minute;
    int second;
    int secondOfDay;
    int millis;
    int micros;
    /// Of FF1 … FF6.
    int fractionDigits;
    boolean clock12;
    /// 1 for p.m.
    int afternoon;
    /// 1 for BC.
    int beforeChrist;
    int century;
    int year;
    int yearDigits;
    int month;
    int day;
    int dayOfYear;
    /// 1 (Sunday) … 7.
    int dayOfWeek;
    int week;
    int weekOfMonth;
    int julian;
    /// 0 when no zone was given.
    int zoneSign;
    int zoneHours;
    int zoneMinutes;
    private TemplateField.Calendar calendar = TemplateField.Calendar.ANY;

    private boolean dateSeen;
    private boolean yearSeen;
    private boolean monthSeen;
    private boolean daySeen;
    private final BrokenDownTime time = new BrokenDownTime();

    void setCalendar(TemplateField.Calendar wanted) {
        if (wanted == TemplateField.Calendar.ANY || wanted == calendar) {
            return;
        }
        if (calendar != TemplateField.Calendar.ANY) {
            throw new PgException(SqlState.INVALID_DATETIME_FORMAT, "invalid combination of date conventions")
                    .hint("Do not mix Gregorian and ISO week date conventions in a formatting template.");
        }
        calendar = wanted;
    }

    /// The value, unless another one stands there already.
    int set(int before, int value, DateTemplate.Field field) {
        if (before != 0 && before != value) {
            throw new PgException(
                            SqlState.INVALID_DATETIME_FORMAT,
                            "conflicting values for \"%s\" field in formatting string".formatted(field.pattern()))
                    .detail("This value contradicts a previous setting for the same field type.");
        }
        return value;
    }

    /// Date and time as local fields; 22008 when they make none.
    ///
    /// @param source for messages
    BrokenDownTime toTime(String source) {
        setClock();
        time.year = 0;
        time.month = 1;
        time.day = 1;
        setYear();
        if ((week != 0 || dayOfYear != 0) && Math.abs((long) time.year) > MAX_YEAR) {
            throw DateTimeFault.overflow().report(source, "timestamp");
        }
        if (julian != 0) {
            setDate((long) julian - DateTimes.EPOCH_JULIAN);
        }
        if (week != 0) {
            if (calendar == TemplateField.Calendar.ISO_WEEK) {
                int shift = dayOfWeek == 0 ? 0 : dayOfWeek > 1 ? dayOfWeek - 2 : 6;
                setDate(firstMonday(time.year) + (week - 1) * 7L + shift);
            } else {
                dayOfYear = (week - 1) * 7 + 1;
            }
        }
        if (weekOfMonth != 0) {
            day = (weekOfMonth - 1) * 7 + 1;
        }
        if (day != 0) {
            time.day = day;
            daySeen = true;
        }
        if (month != 0) {
            time.month = month;
            monthSeen = true;
        }
        if (dayOfYear != 0 && (time.month <= 1 || time.day <= 1)) {
            setDayOfYear();
        }
        long fraction = millis * 1000L + micros;
        if (!isValidDate()
                || time.hour < 0
                || time.hour >= 24
                || time.minute < 0
                || time.minute >= 60
                || time.second < 0
                || time.second >= 60
                || fraction < 0
                || fraction >= DateTimes.MICROS_PER_SECOND) {
            throw DateTimeFault.overflow().report(source, "timestamp");
        }
        time.fraction = (int) fraction;
        if (zoneSign != 0) {
            if (zoneHours < 0 || zoneHours > MAX_ZONE_HOURS || zoneMinutes < 0 || zoneMinutes >= 60) {
                throw new DateTimeFault(DateTimeFault.Reason.ZONE_OVERFLOW).report(source, "timestamp");
            }
            time.zone = -zoneSign * (zoneHours * 3600 + zoneMinutes * 60);
        }
        return time;
    }

    private void setClock() {
        time.hour = secondOfDay / 3600;
        time.minute = secondOfDay % 3600 / 60;
        time.second = secondOfDay % 60;
        time.second = second != 0 ? second : time.second;
        time.minute = minute != 0 ? minute : time.minute;
        time.hour = hour != 0 ? hour : time.hour;
        if (clock12) {
            if (time.hour < 1 || time.hour > 12) {
                throw new PgException(
                                SqlState.INVALID_DATETIME_FORMAT,
                                "hour \"%d\" is invalid for the 12-hour clock".formatted(time.hour))
                        .hint("Use the 24-hour clock, or give an hour between 1 and 12.");
            }
            time.hour = time.hour % 12 + (afternoon != 0 ? 12 : 0);
        }
    }

    /// With CC, YY and Y are years of that century: the 21st goes from 2001 to 2100, the 6th before Christ from
    /// 600 to 501.
    private void setYear() {
        int signedCentury = beforeChrist != 0 ? -century : century;
        if (year != 0) {
            if (century != 0 && yearDigits <= 2) {
                int inCentury = year % 100;
                if (inCentury == 0) {
                    time.year = signedCentury * 100 + (signedCentury >= 0 ? 0 : 1);
                } else if (signedCentury >= 0) {
                    time.year = inCentury + (signedCentury - 1) * 100;
                } else {
                    time.year = (signedCentury + 1) * 100 - inCentury + 1;
                }
            } else {
                time.year = beforeChrist != 0 ? -year : year;
                time.year += time.year < 0 ? 1 : 0;
            }
            yearSeen = true;
        } else if (century != 0) {
            time.year = signedCentury >= 0 ? (signedCentury - 1) * 100 + 1 : signedCentury * 100 + 1;
            yearSeen = true;
        }
    }

    private void setDate(long days) {
        time.setDate(days);
        dateSeen = true;
    }

    private static long firstMonday(int isoYear) {
        LocalDate inFirstWeek = LocalDate.of(isoYear, 1, 4);
        return inFirstWeek.minusDays(inFirstWeek.getDayOfWeek().getValue() - 1L).toEpochDay()
                - DateTimes.UNIX_TO_EPOCH_DAYS;
    }

    private void setDayOfYear() {
        if (time.year == 0 && beforeChrist == 0) {
            throw new PgException(
                    SqlState.INVALID_DATETIME_FORMAT, "cannot calculate day of year without year information");
        }
        if (calendar == TemplateField.Calendar.ISO_WEEK) {
            setDate(firstMonday(time.year) + dayOfYear - 1);
            return;
        }
        int before = 0;
        int found = 1;
        while (found <= 12 && dayOfYear > before + DateTimes.lengthOfMonth(time.year, found)) {
            before += DateTimes.lengthOfMonth(time.year, found);
            found++;
        }
        time.month = time.month <= 1 ? found : time.month;
        time.day = time.day <= 1 ? dayOfYear - before : time.day;
        monthSeen = true;
        daySeen = true;
    }

    private boolean isValidDate() {
        if ((monthSeen || dateSeen) && (time.month < 1 || time.month > 12)) {
            return false;
        }
        if ((daySeen || dateSeen) && (time.day < 1 || time.day > 31)) {
            return false;
        }
        boolean whole = dateSeen || yearSeen && monthSeen && daySeen;
        return !whole || time.day <= DateTimes.lengthOfMonth(time.year, time.month);
    }
}
