package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Reads the fields of a text by a template: the first half of to_timestamp. Not in FX mode it forgives spaces
/// and other separators than the template's. Source of the rules: PostgreSQL 15, `DCH_from_char`.
final class TemplateReader {
    private static final String[] LONG_HALF_DAYS = {"a.m.", "p.m."};
    private static final String[] HALF_DAYS = {"am", "pm"};
    private static final String[] LONG_ERAS = {"a.d.", "b.c."};
    private static final String[] ERAS = {"ad", "bc"};

    private final String text;
    private final DateTemplate template;
    private final TemplateFields fields = new TemplateFields();
    private int at;
    private boolean fixed;
    /// Spaces and separators passed beyond those of the template.
    private int extraSkipped;

    private TemplateReader(String text, DateTemplate template) {
        this.text = text;
        this.template = template;
        this.fixed = template.standard();
    }

    static TemplateFields read(String text, DateTemplate template) {
        TemplateReader reader = new TemplateReader(text, template);
        reader.readAll();
        return reader.fields;
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_DATETIME_FORMAT, message);
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipCharacter() {
        if (!atEnd()) {
            at = text.offsetByCodePoints(at, 1);
        }
    }

    private void skipSpaces() {
        while (DateTemplate.isSpace(peek())) {
            at++;
            extraSkipped++;
        }
    }

    private void readAll() {
        List<DateTemplate.Node> nodes = template.nodes();
        int index = 0;
        for (; index < nodes.size() && !atEnd(); index++) {
            DateTemplate.Node node = nodes.get(index);
            boolean isFixed = node instanceof DateTemplate.Field field && field.field() == TemplateField.FIXED;
            if (!fixed && !isFixed && (node instanceof DateTemplate.Field || index == 0)) {
                skipSpaces();
            }
            switch (node) {
                case DateTemplate.Literal(var kind, String character) -> literal(kind, character);
                case DateTemplate.Field field -> {
                    fields.setCalendar(field.field().calendar());
                    field(field, index);
                    if (!fixed) {
                        extraSkipped = 0;
                        skipSpaces();
                    }
                }
            }
        }
        if (template.standard()) {
            if (index < nodes.size()) {
                throw invalid("input string is too short for datetime format");
            }
            skipSpaces();
            if (!atEnd()) {
                throw invalid("trailing characters remain in input string after datetime format");
            }
        }
    }

    private void literal(DateTemplate.Kind kind, String character) {
        if (template.standard()) {
            if (!text.startsWith(character, at)) {
                throw invalid(
                        kind == DateTemplate.Kind.OTHER
                                ? "unmatched format character \"%s\"".formatted(character)
                                : "unmatched format separator \"%c\"".formatted(peek()));
            }
            at += character.length();
        } else if (fixed) {
            skipCharacter();
        } else if (kind != DateTemplate.Kind.OTHER) {
            extraSkipped--;
            if (DateTemplate.isSpace(peek()) || DateTemplate.isSeparator(peek())) {
                at++;
                extraSkipped++;
            }
        } else if (extraSkipped > 0) {
            extraSkipped--;
        } else {
            skipCharacter();
        }
    }

    private void field(DateTemplate.Field field, int index) {
        switch (field.field()) {
            case FIXED -> fixed = true;
            case HALF_DAY -> {
                int found = search(field, field.pattern().length() == 4 ? LONG_HALF_DAYS : HALF_DAYS);
                fields.afternoon = fields.set(fields.afternoon, found, field);
                fields.clock12 = true;
            }
            case ERA -> {
                int found = search(field, field.pattern().length() == 4 ? LONG_ERAS : ERAS);
                fields.beforeChrist = fields.set(fields.beforeChrist, found, field);
            }
            case HOUR_12 -> {
                fields.hour = fields.set(fields.hour, integer(field, index, 2), field);
                fields.clock12 = true;
            }
            case HOUR_24 -> fields.hour = fields.set(fields.hour, integer(field, index, 2), field);
            case MINUTE -> fields.minute = fields.set(fields.minute, integer(field, index), field);
            case SECOND -> fields.second = fields.set(fields.second, integer(field, index), field);
            case MILLISECOND -> fraction(field, index, 3);
            case FRACTION -> {
                fields.fractionDigits = field.pattern().charAt(2) - '0';
                fraction(field, index, fields.fractionDigits);
            }
            case MICROSECOND -> fraction(field, index, fields.fractionDigits > 0 ? fields.fractionDigits : 6);
            case SECOND_OF_DAY -> fields.secondOfDay = fields.set(fields.secondOfDay, integer(field, index), field);
            case ZONE, ZONE_OFFSET ->
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "formatting field \"%s\" is only supported in to_char".formatted(field.pattern()));
            case ZONE_HOURS -> {
                zoneSign();
                fields.zoneHours = fields.set(fields.zoneHours, integer(field, index, 2), field);
            }
            case ZONE_MINUTES -> {
                fields.zoneSign = fields.zoneSign == 0 ? 1 : fields.zoneSign;
                fields.zoneMinutes = fields.set(fields.zoneMinutes, integer(field, index, 2), field);
            }
            case MONTH_NAME -> setMonth(field, search(field, TemplateNames.MONTHS) + 1);
            case MONTH_SHORT -> setMonth(field, search(field, TemplateNames.SHORT_MONTHS) + 1);
            case MONTH -> setMonth(field, integer(field, index));
            case ROMAN_MONTH -> setMonth(field, 12 - search(field, TemplateNames.ROMAN_MONTHS));
            case DAY_NAME -> setDayOfWeek(field, search(field, TemplateNames.DAYS));
            case DAY_SHORT -> setDayOfWeek(field, search(field, TemplateNames.SHORT_DAYS));
            case DAY_OF_YEAR -> fields.dayOfYear = fields.set(fields.dayOfYear, integer(field, index), field);
            case ISO_DAY_OF_YEAR -> fields.dayOfYear = fields.set(fields.dayOfYear, integer(field, index, 3), field);
            case DAY_OF_MONTH -> fields.day = fields.set(fields.day, integer(field, index), field);
            case DAY_OF_WEEK -> fields.dayOfWeek = fields.set(fields.dayOfWeek, integer(field, index), field);
            case ISO_DAY_OF_WEEK -> {
                // Shifted so that Sunday is 1.
                int day = fields.set(fields.dayOfWeek, integer(field, index, 1), field) + 1;
                fields.dayOfWeek = day > 7 ? 1 : day;
            }
            case WEEK_OF_YEAR, ISO_WEEK -> fields.week = fields.set(fields.week, integer(field, index), field);
            case WEEK_OF_MONTH -> fields.weekOfMonth = fields.set(fields.weekOfMonth, integer(field, index), field);
            case QUARTER -> integer(field, index); // read, not used: it could contradict the month
            case CENTURY -> fields.century = fields.set(fields.century, integer(field, index), field);
            case JULIAN -> fields.julian = fields.set(fields.julian, integer(field, index), field);
            case YEAR_WITH_COMMA -> yearWithComma(field);
            case YEAR, ISO_YEAR -> year(field, index);
        }
        if (field.ordinal() != DateTemplate.Ordinal.NONE && !isName(field.field())) {
            skipCharacter();
            skipCharacter();
        }
    }

    private static boolean isName(TemplateField field) {
        return switch (field) {
            case FIXED, HALF_DAY, ERA, MONTH_NAME, MONTH_SHORT, ROMAN_MONTH, DAY_NAME, DAY_SHORT, ISO_DAY_OF_WEEK ->
                true;
            default -> false;
        };
    }

    private void setMonth(DateTemplate.Field field, int month) {
        fields.month = fields.set(fields.month, month, field);
    }

    private void setDayOfWeek(DateTemplate.Field field, int index) {
        fields.dayOfWeek = fields.set(fields.dayOfWeek, index, field) + 1;
    }

    /// 25 is 0.25 and so is 250; 025 is not.
    private void fraction(DateTemplate.Field field, int index, int digits) {
        int start = at;
        int value = integer(field, index, digits);
        int unit = field.field() == TemplateField.MILLISECOND ? 3 : 6;
        boolean millis = unit == 3;
        int stored = fields.set(millis ? fields.millis : fields.micros, value, field);
        for (int length = at - start; length >= 1 && length < unit; length++) {
            stored *= 10;
        }
        if (millis) {
            fields.millis = stored;
        } else {
            fields.micros = stored;
        }
    }

    /// A minus sign may have been passed as a separator.
    private void zoneSign() {
        char c = peek();
        if (c == '+' || c == '-' || c == ' ') {
            fields.zoneSign = c == '-' ? -1 : 1;
            at++;
        } else {
            fields.zoneSign = extraSkipped > 0 && at > 0 && text.charAt(at - 1) == '-' ? -1 : 1;
        }
    }

    private void year(DateTemplate.Field field, int index) {
        int start = at;
        int digits = field.pattern().length();
        int year = fields.set(fields.year, integer(field, index), field);
        fields.year = digits < 4 && at - start < 4 ? nearTo2020(year) : year;
        fields.yearDigits = digits;
    }

    private static int nearTo2020(int year) {
        return year < 70
                ? year + 2000
                : year < 100 ? year + 1900 : year < 520 ? year + 2000 : year < 1000 ? year + 1000 : year;
    }

    private void yearWithComma(DateTemplate.Field field) {
        Number millennia = number(at);
        if (millennia == null || millennia.end() >= text.length() || text.charAt(millennia.end()) != ',') {
            throw invalid("invalid input string for \"Y,YYY\"");
        }
        int digits = millennia.end() + 1;
        Number years = number(text.substring(0, Math.min(digits + 3, text.length())), digits);
        if (years == null) {
            throw invalid("invalid input string for \"Y,YYY\"");
        }
        long year = millennia.value() * 1000 + years.value();
        // What does not fit wraps around, as in PostgreSQL 15.
        fields.year = fields.set(fields.year, (int) year, field);
        fields.yearDigits = 4;
        at = years.end();
    }

    private int integer(DateTemplate.Field field, int index) {
        return integer(field, index, field.pattern().length());
    }

    /// At most `length` characters, unless what follows in the template cannot be taken for more digits.
    private int integer(DateTemplate.Field field, int index, int length) {
        int start = at;
        int from = at;
        while (from < text.length() && DateTemplate.isSpace(text.charAt(from))) {
            from++;
        }
        String piece = text.substring(from, Math.min(from + length, text.length()));
        Number number;
        if (field.fill() || isSeparated(field, index)) {
            number = number(start);
            at = number == null ? start : number.end();
        } else {
            int remaining = text.length() - from;
            if (remaining < length) {
                throw tooShort(invalid("source string too short for \"%s\" formatting field".formatted(field.pattern()))
                        .detail("Field requires %d characters, but only %d remain.".formatted(length, remaining)));
            }
            number = number(piece, 0);
            int used = number == null ? 0 : number.end();
            if (used > 0 && used < length) {
                throw tooShort(invalid("invalid value \"%s\" for \"%s\"".formatted(piece, field.pattern()))
                        .detail("Field requires %d characters, but only %d could be parsed.".formatted(length, used)));
            }
            at = from + used;
        }
        if (number == null) {
            throw invalid("invalid value \"%s\" for \"%s\"".formatted(piece, field.pattern()))
                    .detail("Value must be an integer.");
        }
        if (number.value() != (int) number.value()) {
            throw new PgException(
                            SqlState.DATETIME_FIELD_OVERFLOW,
                            "value for \"%s\" in source string is out of range".formatted(field.pattern()))
                    .detail("Value must be in the range %d to %d.".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        return (int) number.value();
    }

    private static PgException tooShort(PgException fault) {
        return fault.hint("If your source string is not fixed-width, try using the \"FM\" modifier.");
    }

    /// Whether what follows in the template is surely no digit.
    private boolean isSeparated(DateTemplate.Field field, int index) {
        if (field.ordinal() != DateTemplate.Ordinal.NONE
                || index + 1 == template.nodes().size()) {
            return true;
        }
        return switch (template.nodes().get(index + 1)) {
            case DateTemplate.Field next -> !next.field().isDigits();
            case DateTemplate.Literal(var _, String character) ->
                !(character.charAt(0) >= '0' && character.charAt(0) <= '9');
        };
    }

    /// @param value Long.MAX_VALUE when it is larger
    /// @param end index behind the last digit
    private record Number(long value, int end) {}

    private Number number(int start) {
        return number(text, start);
    }

    /// Spaces, a sign, digits; null when there is no digit.
    private static Number number(String source, int start) {
        int from = start;
        while (from < source.length() && DateTemplate.isSpace(source.charAt(from))) {
            from++;
        }
        int digits = from < source.length() && "+-".indexOf(source.charAt(from)) >= 0 ? from + 1 : from;
        int end = DateTimeParser.digitsEnd(source, digits);
        if (end == digits) {
            return null;
        }
        try {
            return new Number(Long.parseLong(source, from, end, 10), end);
        } catch (NumberFormatException e) {
            return new Number(Long.MAX_VALUE, end);
        }
    }

    /// Index of the first name that stands here, case aside.
    private int search(DateTemplate.Field field, String[] names) {
        for (int i = 0; i < names.length; i++) {
            if (text.regionMatches(true, at, names[i], 0, names[i].length())) {
                at += names[i].length();
                return i;
            }
        }
        int end = at;
        while (end < text.length() && !DateTemplate.isSpace(text.charAt(end))) {
            end++;
        }
        throw invalid("invalid value \"%s\" for \"%s\"".formatted(text.substring(at, end), field.pattern()))
                .detail("The given value did not match any of the allowed values for this field.");
    }
}
