package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.template.Ordinals;
import java.util.Locale;

/// to_char of dates and intervals.
final class TemplateWriter {
    private final TemplateTime time;
    private final StringBuilder out = new StringBuilder();

    private TemplateWriter(TemplateTime time) {
        this.time = time;
    }

    static String write(DateTemplate template, TemplateTime time) {
        TemplateWriter writer = new TemplateWriter(time);
        for (DateTemplate.Node node : template.nodes()) {
            switch (node) {
                case DateTemplate.Literal literal -> writer.out.append(literal.character());
                case DateTemplate.Field field -> writer.put(field);
            }
        }
        return writer.out.toString();
    }

    private void put(DateTemplate.Field field) {
        switch (field.field()) {
            case HALF_DAY -> {
                boolean afternoon = time.hour() % 24 >= 12;
                putCased(field, field.pattern().length() == 4 ? afternoon ? "P.M." : "A.M." : afternoon ? "PM" : "AM");
            }
            case ERA -> {
                requireDate();
                boolean before = time.year() <= 0;
                putCased(field, field.pattern().length() == 4 ? before ? "B.C." : "A.D." : before ? "BC" : "AD");
            }
            case HOUR_12 -> number(field, time.hour() % 12 == 0 ? 12 : time.hour() % 12, time.hour() >= 0 ? 2 : 3);
            case HOUR_24 -> number(field, time.hour(), time.hour() >= 0 ? 2 : 3);
            case MINUTE -> number(field, time.minute(), time.minute() >= 0 ? 2 : 3);
            case SECOND -> number(field, time.second(), time.second() >= 0 ? 2 : 3);
            case FRACTION -> fraction(field, field.pattern().charAt(2) - '0');
            case MILLISECOND -> fraction(field, 3);
            case MICROSECOND -> fraction(field, 6);
            case SECOND_OF_DAY -> number(field, time.hour() * 3600 + time.minute() * 60L + time.second(), 1);
            case ZONE, ZONE_HOURS, ZONE_MINUTES, ZONE_OFFSET -> zone(field);
            case MONTH_NAME -> name(field, TemplateNames.MONTHS, time.month() - 1, 9);
            case MONTH_SHORT -> name(field, TemplateNames.SHORT_MONTHS, time.month() - 1, 0);
            case MONTH -> number(field, time.month(), time.month() >= 0 ? 2 : 3);
            case DAY_NAME -> {
                requireDate();
                name(field, TemplateNames.DAYS, time.dayOfWeek(), 9);
            }
            case DAY_SHORT -> {
                requireDate();
                name(field, TemplateNames.SHORT_DAYS, time.dayOfWeek(), 0);
            }
            case DAY_OF_YEAR -> number(field, time.dayOfYear(), 3);
            case ISO_DAY_OF_YEAR -> number(field, time.isoDayOfYear(), 3);
            case DAY_OF_MONTH -> number(field, time.day(), 2);
            case DAY_OF_WEEK -> {
                requireDate();
                number(field, time.dayOfWeek() + 1, 1);
            }
            case ISO_DAY_OF_WEEK -> {
                requireDate();
                number(field, time.dayOfWeek() == 0 ? 7 : time.dayOfWeek(), 1);
            }
            case WEEK_OF_YEAR -> number(field, (time.dayOfYear() - 1) / 7 + 1, 2);
            case ISO_WEEK -> number(field, time.isoWeek(), 2);
            case WEEK_OF_MONTH -> number(field, (time.day() - 1) / 7 + 1, 1);
            case QUARTER -> {
                if (time.month() != 0) {
                    number(field, (time.month() - 1) / 3 + 1, 1);
                }
            }
            case CENTURY -> {
                long century = century();
                number(field, century, Math.abs(century) > 99 ? 1 : century >= 0 ? 2 : 3);
            }
            case YEAR_WITH_COMMA -> {
                long year = shown(time.year());
                int start = out.length();
                out.append(year / 1000).append(",%03d".formatted(year - year / 1000 * 1000));
                ordinal(field, start);
            }
            case YEAR -> year(field, shown(time.year()), field.pattern().length());
            case ISO_YEAR -> year(field, shown(time.isoYear()), field.pattern().length());
            case ROMAN_MONTH -> romanMonth(field);
            case JULIAN -> number(field, time.julian(), 1);
            case FIXED -> {}
        }
    }

    private void requireDate() {
        if (time.interval()) {
            throw new PgException(
                            SqlState.INVALID_DATETIME_FORMAT, "invalid format specification for an interval value")
                    .hint("Intervals are not tied to specific calendar dates.");
        }
    }

    /// Zero-padded to the width, the sign included, unless FM is given.
    private void number(DateTemplate.Field field, long value, int width) {
        int start = out.length();
        String digits = Long.toString(Math.abs(value));
        if (value < 0) {
            out.append('-');
        }
        int padding = field.fill() ? 0 : width - digits.length() - (value < 0 ? 1 : 0);
        out.repeat('0', Math.max(padding, 0)).append(digits);
        ordinal(field, start);
    }

    private void ordinal(DateTemplate.Field field, int start) {
        if (field.ordinal() != DateTemplate.Ordinal.NONE) {
            out.append(Ordinals.ending(out.substring(start), field.ordinal() == DateTemplate.Ordinal.UPPER));
        }
    }

    private void fraction(DateTemplate.Field field, int digits) {
        int start = out.length();
        int value = time.micros();
        for (int i = digits; i < 6; i++) {
            value /= 10;
        }
        out.append(("%0" + digits + "d").formatted(value));
        ordinal(field, start);
    }

    private void zone(DateTemplate.Field field) {
        requireDate();
        int east = time.zoneSecondsEast();
        char sign = east >= 0 ? '+' : '-';
        int hours = Math.abs(east) / 3600;
        int minutes = Math.abs(east) % 3600 / 60;
        switch (field.field()) {
            case ZONE -> putCased(field, time.zoneName() == null ? "" : time.zoneName());
            case ZONE_HOURS -> out.append(sign).append("%02d".formatted(hours));
            case ZONE_MINUTES -> out.append("%02d".formatted(minutes));
            default -> {
                out.append(sign).append((field.fill() ? "%d" : "%02d").formatted(hours));
                if (minutes != 0) {
                    out.append(":%02d".formatted(minutes));
                }
            }
        }
    }

    private void name(DateTemplate.Field field, String[] names, int index, int width) {
        requireDate();
        int start = out.length();
        putCased(field, names[index]);
        if (!field.fill() && !field.translated()) {
            out.repeat(' ', Math.max(width - (out.length() - start), 0));
        }
    }

    /// In capitals, with a capital or in small letters, as the pattern is; zone names in capitals stay as they
    /// are.
    private void putCased(DateTemplate.Field field, String text) {
        String pattern = field.pattern();
        if (Character.isLowerCase(pattern.charAt(0))) {
            out.append(text.toLowerCase(Locale.ROOT));
        } else if (Character.isLowerCase(pattern.charAt(1)) || field.field() == TemplateField.ZONE) {
            out.append(text);
        } else {
            out.append(text.toUpperCase(Locale.ROOT));
        }
    }

    private long century() {
        long year = time.year();
        if (time.interval()) {
            return year / 100;
        }
        return year > 0 ? (year - 1) / 100 + 1 : year / 100 - 1;
    }

    /// Years before Christ are shown by their number.
    private long shown(long year) {
        return time.interval() || year > 0 ? year : 1 - year;
    }

    private void year(DateTemplate.Field field, long year, int digits) {
        long modulus = digits == 4 ? Long.MAX_VALUE : (long) Math.pow(10, digits);
        number(field, year % modulus, digits == 1 ? 1 : year >= 0 ? digits : digits + 1);
    }

    private void romanMonth(DateTemplate.Field field) {
        int month = time.month();
        if (month == 0 && time.year() == 0) {
            return;
        }
        int index = month == 0 ? time.year() >= 0 ? 0 : 11 : month < 0 ? -month - 1 : 12 - month;
        int start = out.length();
        putCased(field, TemplateNames.ROMAN_MONTHS[index]);
        if (!field.fill()) {
            out.repeat(' ', Math.max(4 - (out.length() - start), 0));
        }
    }
}
