package io.pglitedb.types.datetime;

/// What a pattern of a date template stands for. Source of the patterns: PostgreSQL manual, 9.8, and
/// `formatting.c`.
enum TemplateField {
    HALF_DAY(false, Calendar.ANY, "A.M.", "P.M.", "AM", "PM", "a.m.", "p.m.", "am", "pm"),
    ERA(false, Calendar.ANY, "A.D.", "B.C.", "AD", "BC", "a.d.", "b.c.", "ad", "bc"),
    CENTURY(true, Calendar.ANY, "CC", "cc"),
    DAY_NAME(false, Calendar.ANY, "DAY", "Day", "day"),
    DAY_SHORT(false, Calendar.ANY, "DY", "Dy", "dy"),
    DAY_OF_YEAR(true, Calendar.GREGORIAN, "DDD", "ddd"),
    DAY_OF_MONTH(true, Calendar.GREGORIAN, "DD", "dd"),
    DAY_OF_WEEK(true, Calendar.GREGORIAN, "D", "d"),
    /// FF1 … FF6: the last character is the number of digits.
    FRACTION(false, Calendar.ANY, "FF1", "FF2", "FF3", "FF4", "FF5", "FF6", "ff1", "ff2", "ff3", "ff4", "ff5", "ff6"),
    FIXED(false, Calendar.ANY, "FX", "fx"),
    HOUR_24(true, Calendar.ANY, "HH24", "hh24"),
    HOUR_12(true, Calendar.ANY, "HH12", "HH", "hh12", "hh"),
    ISO_DAY_OF_YEAR(true, Calendar.ISO_WEEK, "IDDD", "iddd"),
    ISO_DAY_OF_WEEK(true, Calendar.ISO_WEEK, "ID", "id"),
    ISO_WEEK(true, Calendar.ISO_WEEK, "IW", "iw"),
    /// As many digits as letters.
    ISO_YEAR(true, Calendar.ISO_WEEK, "IYYY", "IYY", "IY", "I", "iyyy", "iyy", "iy", "i"),
    JULIAN(true, Calendar.ANY, "J", "j"),
    MINUTE(true, Calendar.ANY, "MI", "mi"),
    MONTH(true, Calendar.GREGORIAN, "MM", "mm"),
    MONTH_NAME(false, Calendar.GREGORIAN, "MONTH", "Month", "month"),
    MONTH_SHORT(false, Calendar.GREGORIAN, "MON", "Mon", "mon"),
    MILLISECOND(true, Calendar.ANY, "MS", "ms"),
    ZONE_OFFSET(false, Calendar.ANY, "OF", "of"),
    QUARTER(true, Calendar.ANY, "Q", "q"),
    ROMAN_MONTH(false, Calendar.GREGORIAN, "RM", "rm"),
    SECOND_OF_DAY(true, Calendar.ANY, "SSSSS", "SSSS", "sssss", "ssss"),
    SECOND(true, Calendar.ANY, "SS", "ss"),
    ZONE_HOURS(false, Calendar.ANY, "TZH", "tzh"),
    ZONE_MINUTES(true, Calendar.ANY, "TZM", "tzm"),
    ZONE(false, Calendar.ANY, "TZ", "tz"),
    MICROSECOND(true, Calendar.ANY, "US", "us"),
    WEEK_OF_YEAR(true, Calendar.GREGORIAN, "WW", "ww"),
    WEEK_OF_MONTH(true, Calendar.GREGORIAN, "W", "w"),
    YEAR_WITH_COMMA(true, Calendar.GREGORIAN, "Y,YYY", "y,yyy"),
    /// As many digits as letters.
    YEAR(true, Calendar.GREGORIAN, "YYYY", "YYY", "YY", "Y", "yyyy", "yyy", "yy", "y");

    /// Which of the two ways to count days a field belongs to; they do not mix.
    enum Calendar {
        ANY,
        GREGORIAN,
        ISO_WEEK
    }

    private final boolean digits;
    private final Calendar calendar;
    private final String[] patterns;

    TemplateField(boolean digits, Calendar calendar, String... patterns) {
        this.digits = digits;
        this.calendar = calendar;
        this.patterns = patterns;
    }

    /// Whether text for the field begins with a digit.
    boolean isDigits() {
        return digits;
    }

    Calendar calendar() {
        return calendar;
    }

    String[] patterns() {
        return patterns;
    }
}
