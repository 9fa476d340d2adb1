package io.pglitedb.types.datetime;

import java.time.LocalDate;
import java.time.ZoneId;

/// Fields of a date and time, as a parser finds them or an output function needs them. Mutable.
final class BrokenDownTime {
    /// Astronomical once validated.
    int year = 2000;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    /// µs, below one second.
    int fraction;
    /// Seconds west of Greenwich.
    int zone;
    /// Day of the year, when it was given.
    int dayOfYear;

    static BrokenDownTime ofLocal(long micros) {
        BrokenDownTime time = new BrokenDownTime();
        long days = Math.floorDiv(micros, DateTimes.MICROS_PER_DAY);
        time.setDate(days);
        time.setTime(micros - days * DateTimes.MICROS_PER_DAY);
        return time;
    }

    static BrokenDownTime ofInstant(long micros, ZoneId zone) {
        int secondsEast = Zones.offsetAtInstant(micros, zone);
        BrokenDownTime time = ofLocal(micros + secondsEast * DateTimes.MICROS_PER_SECOND);
        time.zone = -secondsEast;
        return time;
    }

    void setDate(long days) {
        LocalDate date = DateTimes.date(days);
        year = date.getYear();
        month = date.getMonthValue();
        day = date.getDayOfMonth();
    }

    /// µs since midnight; hours may pass 23.
    void setTime(long micros) {
        hour = (int) (micros / DateTimes.MICROS_PER_HOUR);
        minute = (int) (micros / DateTimes.MICROS_PER_MINUTE % 60);
        second = (int) (micros / DateTimes.MICROS_PER_SECOND % 60);
        fraction = (int) (micros % DateTimes.MICROS_PER_SECOND);
    }

    int days() {
        return DateTimes.days(year, month, day);
    }

    long timeOfDay() {
        return ((hour * 60L + minute) * 60 + second) * DateTimes.MICROS_PER_SECOND + fraction;
    }

    /// Local µs, zone left aside; 22008 when out of range.
    long timestamp() {
        if (!DateTimes.isValidJulian(year, month)) {
            throw DateTimes.timestampOutOfRange();
        }
        try {
            return DateTimes.checkTimestamp(
                    Math.addExact(Math.multiplyExact(days(), DateTimes.MICROS_PER_DAY), timeOfDay()));
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    /// UTC µs by the zone field; 22008 when out of range.
    long instant() {
        if (!DateTimes.isValidJulian(year, month)) {
            throw DateTimes.timestampOutOfRange();
        }
        try {
            long local = Math.addExact(Math.multiplyExact(days(), DateTimes.MICROS_PER_DAY), timeOfDay());
            return DateTimes.checkTimestamp(Math.addExact(local, zone * DateTimes.MICROS_PER_SECOND));
        } catch (ArithmeticException e) {
            throw DateTimes.timestampOutOfRange();
        }
    }

    /// Later than 24:00:00 of the day.
    boolean timeOverflows() {
        return hour < 0
                || hour > 24
                || minute < 0
                || minute > 59
                || second < 0
                || second > 60
                || fraction < 0
                || fraction > 1_000_000
                || timeOfDay() > DateTimes.MICROS_PER_DAY;
    }
}
