package io.pglitedb.types.datetime;

import io.pglitedb.types.value.Interval;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/// What to_char writes: the fields of a timestamp or of an interval.
///
/// @param year astronomical
/// @param hour may pass 23 and be negative, of an interval; so may the smaller ones
/// @param dayOfYear of an interval: months of 30 days, and days
/// @param zoneName null without a time zone
record TemplateTime(
        boolean interval,
        long year,
        int month,
        int day,
        long hour,
        int minute,
        int second,
        int micros,
        int dayOfYear,
        int zoneSecondsEast,
        String zoneName) {

    static TemplateTime ofTimestamp(long micros) {
        return of(BrokenDownTime.ofLocal(micros), null);
    }

    static TemplateTime ofInstant(long micros, ZoneId zone) {
        return of(BrokenDownTime.ofInstant(micros, zone), zoneName(micros, zone));
    }

    private static String zoneName(long micros, ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : Zones.abbreviationAt(micros, zone);
    }

    private static TemplateTime of(BrokenDownTime time, String zoneName) {
        int dayOfYear = time.days() - DateTimes.days(time.year, 1, 1) + 1;
        return new TemplateTime(
                false,
                time.year,
                time.month,
                time.day,
                time.hour,
                time.minute,
                time.second,
                time.fraction,
                dayOfYear,
                -time.zone,
                zoneName);
    }

    static TemplateTime ofInterval(Interval span) {
        long micros = span.micros();
        return new TemplateTime(
                true,
                span.months() / 12,
                span.months() % 12,
                span.days(),
                micros / DateTimes.MICROS_PER_HOUR,
                (int) (micros / DateTimes.MICROS_PER_MINUTE % 60),
                (int) (micros / DateTimes.MICROS_PER_SECOND % 60),
                (int) (micros % DateTimes.MICROS_PER_SECOND),
                span.months() * 30 + span.days(),
                0,
                null);
    }

    LocalDate date() {
        return LocalDate.of((int) year, 1, 1).plusMonths(month - 1L).plusDays(day - 1L);
    }

    /// 0 (Sunday) … 6.
    int dayOfWeek() {
        return date().getDayOfWeek().getValue() % 7;
    }

    int isoWeek() {
        return date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    int isoYear() {
        return date().get(IsoFields.WEEK_BASED_YEAR);
    }

    int isoDayOfYear() {
        return (isoWeek() - 1) * 7 + date().getDayOfWeek().getValue();
    }

    int julian() {
        return (int) (date().toEpochDay() - DateTimes.UNIX_TO_EPOCH_DAYS) + DateTimes.EPOCH_JULIAN;
    }
}
