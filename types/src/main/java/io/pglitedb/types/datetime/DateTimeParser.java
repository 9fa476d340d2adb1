package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimeFault.badFormat;
import static io.pglitedb.types.datetime.DateTimeFault.overflow;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SessionContext.DateStyle.Order;
import io.pglitedb.types.datetime.DateTimeText.Field;
import io.pglitedb.types.datetime.DateTimeText.Kind;
import io.pglitedb.types.datetime.DateTimeWord.Meaning;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Reads dates, times and timestamps: every field's meaning follows from its look, from the fields before it and
/// from
/// DateStyle. The decisions are those of PostgreSQL 15, `DecodeDateTime` and `DecodeTimeOnly`.
final class DateTimeParser {
    /// What the text as a whole means.
    enum Outcome {
        FIELDS,
        EPOCH,
        INFINITY,
        MINUS_INFINITY
    }

    // Which fields have been seen.
    private static final int YEAR = 1;
    private static final int MONTH = 1 << 1;
    private static final int DAY = 1 << 2;
    private static final int HOUR = 1 << 3;
    private static final int MINUTE = 1 << 4;
    private static final int SECOND = 1 << 5;
    private static final int ZONE = 1 << 6;
    private static final int DAY_OF_YEAR = 1 << 7;
    private static final int WEEKDAY = 1 << 8;
    private static final int HALF_OF_DAY = 1 << 9;
    private static final int ERA = 1 << 10;
    private static final int DAYLIGHT = 1 << 11;
    private static final int DAYLIGHT_ZONE = 1 << 12;
    private static final int DATE = YEAR | MONTH | DAY;
    private static final int TIME = HOUR | MINUTE | SECOND;

    private final SessionContext session;
    private final Order order;
    private final boolean timeOnly;
    private final List<Field> fields;
    final BrokenDownTime time = new BrokenDownTime();

    private int seen;
    private Outcome outcome = Outcome.FIELDS;
    /// A unit word that says what the next field is.
    private Meaning next;
    private ZoneId namedZone;
    private Zones.Abbreviation movingAbbreviation;
    private boolean textMonth;
    private boolean twoDigitYear;
    private boolean beforeChrist;
    private boolean julian;
    private Meaning halfOfDay;

    private DateTimeParser(List<Field> fields, boolean timeOnly, SessionContext session) {
        this.fields = fields;
        this.timeOnly = timeOnly;
        this.session = session;
        this.order = Sessions.order(session);
    }

    /// A date with an optional time and zone.
    static DateTimeParser parse(String text, SessionContext session) throws DateTimeFault {
        return run(text, false, session);
    }

    /// A time with an optional zone, perhaps behind a date.
    static DateTimeParser parseTime(String text, SessionContext session) throws DateTimeFault {
        return run(text, true, session);
    }

    private static DateTimeParser run(String text, boolean timeOnly, SessionContext session) throws DateTimeFault {
        List<Field> fields = DateTimeText.split(text);
        if (fields == null || fields.isEmpty()) {
            throw badFormat();
        }
        DateTimeParser parser = new DateTimeParser(fields, timeOnly, session);
        for (int i = 0; i < fields.size(); i++) {
            int found = parser.decode(i);
            if ((found & parser.seen) != 0) {
                throw badFormat();
            }
            parser.seen |= found;
        }
        if (parser.next != null && fields.getLast().kind() == Kind.WORD && parser.next == Meaning.ISO_TIME) {
            throw badFormat();
        }
        parser.finish();
        return parser;
    }

    Outcome outcome() {
        return outcome;
    }

    private boolean has(int mask) {
        return (seen & mask) == mask;
    }

    private int decode(int index) throws DateTimeFault {
        Field field = fields.get(index);
        return switch (field.kind()) {
            case DATE -> timeOnly ? dateInTime(index, field.text()) : date(field.text());
            case TIME -> {
                takeNext(Meaning.ISO_TIME);
                clock(field.text());
                if (!timeOnly && time.timeOverflows()) {
                    throw overflow();
                }
                yield TIME;
            }
            case ZONE -> {
                time.zone = zone(field.text());
                yield ZONE;
            }
            case NUMBER -> next != null ? labelled(field.text()) : bareNumber(index, field.text());
            case WORD, SPECIAL -> word(index, field.text());
        };
    }

    private void takeNext(Meaning allowed) throws DateTimeFault {
        if (next != null) {
            if (next != allowed) {
                throw badFormat();
            }
            next = null;
        }
    }

    private int date(String text) throws DateTimeFault {
        if (next == Meaning.UNIT_JULIAN) {
            int end = digitsEnd(text, 0);
            setJulian(integer(text.substring(0, end)));
            time.zone = zone(text.substring(end));
            next = null;
            return DATE | TIME | ZONE;
        }
        if (next == null && (seen & (MONTH | DAY)) != (MONTH | DAY)) {
            return fullDate(text);
        }
        if (DateTimeText.isDigit(text.charAt(0)) || next != null) {
            takeNext(Meaning.ISO_TIME);
            return timeWithZone(text, seen);
        }
        return nameZone(text);
    }

    private int dateInTime(int index, String text) throws DateTimeFault {
        boolean dateAllowed = index == 0
                && fields.size() >= 2
                && (fields.getLast().kind() == Kind.DATE || fields.get(1).kind() == Kind.TIME);
        if (dateAllowed) {
            return fullDate(text);
        }
        if (DateTimeText.isDigit(text.charAt(0))) {
            return timeWithZone(text, seen | DATE);
        }
        return nameZone(text);
    }

    private int timeWithZone(String text, int known) throws DateTimeFault {
        int dash = text.indexOf('-');
        if (has(TIME) || dash < 0) {
            throw badFormat();
        }
        time.zone = zone(text.substring(dash));
        return concatenated(text.substring(0, dash), known) | ZONE;
    }

    private int nameZone(String text) {
        namedZone = Zones.find(text);
        if (namedZone == null) {
            throw Zones.unknown(text);
        }
        return ZONE;
    }

    private int labelled(String text) throws DateTimeFault {
        Meaning label = next;
        next = null;
        if (label == Meaning.ISO_TIME) {
            int found = concatenated(text, seen | DATE);
            if (found != TIME) {
                throw badFormat();
            }
            return found;
        }
        int point = text.indexOf('.');
        int value = integer(point < 0 ? text : text.substring(0, point));
        if (point >= 0 && label != Meaning.UNIT_JULIAN && label != Meaning.UNIT_SECOND) {
            throw badFormat();
        }
        switch (label) {
            case UNIT_YEAR -> {
                time.year = value;
                return YEAR;
            }
            case UNIT_MONTH -> {
                if (has(MONTH) && has(HOUR)) {
                    time.minute = value;
                    return MINUTE;
                }
                time.month = value;
                return MONTH;
            }
            case UNIT_DAY -> {
                time.day = value;
                return DAY;
            }
            case UNIT_HOUR -> {
                time.hour = value;
                return HOUR;
            }
            case UNIT_MINUTE -> {
                time.minute = value;
                return MINUTE;
            }
            case UNIT_SECOND -> {
                time.second = value;
                if (point >= 0) {
                    time.fraction = micros(text.substring(point));
                }
                return SECOND;
            }
            case UNIT_JULIAN -> {
                setJulian(value);
                if (point < 0) {
                    return DATE;
                }
                time.setTime((long) (Double.parseDouble("0" + text.substring(point)) * DateTimes.MICROS_PER_DAY));
                return DATE | TIME;
            }
            default -> throw badFormat();
        }
    }

    private void setJulian(int day) throws DateTimeFault {
        if (day < 0) {
            throw overflow();
        }
        time.setDate((long) day - DateTimes.EPOCH_JULIAN);
        julian = true;
    }

    private int bareNumber(int index, String text) throws DateTimeFault {
        int point = text.indexOf('.');
        if (timeOnly) {
            if (point >= 0) {
                if (index == 0 && fields.size() >= 2 && fields.getLast().kind() == Kind.DATE) {
                    return fullDate(text);
                }
                if (point > 2) {
                    return concatenated(text, seen | DATE);
                }
                throw badFormat();
            }
            return text.length() > 4 ? concatenated(text, seen | DATE) : number(text, seen | DATE);
        }
        if (point >= 0 && (seen & DATE) == 0) {
            return fullDate(text);
        }
        if (point > 2) {
            return concatenated(text, seen);
        }
        if (text.length() >= 6 && ((seen & DATE) == 0 || (seen & TIME) == 0)) {
            return concatenated(text, seen);
        }
        return number(text, seen);
    }

    private int word(int index, String text) throws DateTimeFault {
        Zones.Abbreviation abbreviation = Zones.abbreviation(text);
        if (abbreviation != null) {
            time.zone = -abbreviation.secondsEast();
            movingAbbreviation = abbreviation.zone() == null ? null : abbreviation;
            return abbreviation.daylight() ? ZONE | DAYLIGHT_ZONE : ZONE;
        }
        DateTimeWord word = DateTimeWord.find(text);
        if (word == null) {
            namedZone = Zones.find(text);
            if (namedZone == null) {
                throw badFormat();
            }
            return ZONE;
        }
        switch (word.meaning()) {
            case NOW -> {
                setNow();
                return DATE | TIME | ZONE;
            }
            case TODAY, TOMORROW, YESTERDAY -> {
                if (timeOnly) {
                    throw badFormat();
                }
                int shift = word.meaning() == Meaning.TODAY ? 0 : word.meaning() == Meaning.TOMORROW ? 1 : -1;
                long local = Zones.toLocal(Sessions.now(session), Sessions.zone(session));
                time.setDate(Math.floorDiv(local, DateTimes.MICROS_PER_DAY) + shift);
                return DATE;
            }
            case ALLBALLS -> {
                time.setTime(0);
                time.zone = 0;
                return TIME | ZONE;
            }
            case EPOCH, INFINITY, MINUS_INFINITY -> {
                if (timeOnly) {
                    throw badFormat();
                }
                outcome = Outcome.valueOf(word.meaning().name());
                return DATE | TIME | ZONE;
            }
            case MONTH -> {
                if (timeOnly) {
                    throw badFormat();
                }
                int found = MONTH;
                if (has(MONTH) && !textMonth && !has(DAY) && time.month >= 1 && time.month <= 31) {
                    time.day = time.month;
                    found = DAY;
                }
                textMonth = true;
                time.month = word.number();
                return found;
            }
            case DAYLIGHT -> {
                time.zone -= word.number();
                return DAYLIGHT;
            }
            case AM, PM -> {
                halfOfDay = word.meaning();
                return HALF_OF_DAY;
            }
            case AD, BC -> {
                beforeChrist = word.meaning() == Meaning.BC;
                return ERA;
            }
            case WEEKDAY -> {
                if (timeOnly) {
                    throw badFormat();
                }
                return WEEKDAY;
            }
            case IGNORED -> {
                return 0;
            }
            case ISO_TIME -> {
                Kind following =
                        index + 1 < fields.size() ? fields.get(index + 1).kind() : null;
                if (!timeOnly && !has(DATE)
                        || following != Kind.NUMBER && following != Kind.TIME && following != Kind.DATE) {
                    throw badFormat();
                }
                next = Meaning.ISO_TIME;
                return 0;
            }
            default -> {
                next = word.meaning();
                return 0;
            }
        }
    }

    private void setNow() {
        BrokenDownTime now = BrokenDownTime.ofInstant(Sessions.now(session), Sessions.zone(session));
        time.year = now.year;
        time.month = now.month;
        time.day = now.day;
        time.setTime(now.timeOfDay());
        time.zone = now.zone;
    }

    /// A date in one field: `2020-01-31`, `31.jan.2020`.
    private int fullDate(String text) throws DateTimeFault {
        int known = seen;
        int found = 0;
        String[] parts = parts(text);
        for (int i = 0; i < parts.length; i++) {
            if (!DateTimeText.isLetter(parts[i].charAt(0))) {
                continue;
            }
            DateTimeWord word = DateTimeWord.find(parts[i]);
            parts[i] = null;
            if (word != null && word.meaning() == Meaning.IGNORED) {
                continue;
            }
            if (word == null || word.meaning() != Meaning.MONTH || (known & MONTH) != 0) {
                throw badFormat();
            }
            time.month = word.number();
            textMonth = true;
            known |= MONTH;
            found |= MONTH;
        }
        for (String part : parts) {
            if (part != null) {
                int one = number(part, known);
                if ((known & one) != 0) {
                    throw badFormat();
                }
                known |= one;
                found |= one;
            }
        }
        if ((known & ~(DAY_OF_YEAR | ZONE)) != DATE) {
            throw badFormat();
        }
        return found;
    }

    private static String[] parts(String text) throws DateTimeFault {
        java.util.ArrayList<String> parts = new java.util.ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && !isAlphanumeric(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                throw badFormat();
            }
            int start = at;
            if (DateTimeText.isDigit(text.charAt(at))) {
                at = digitsEnd(text, at);
            } else {
                while (at < text.length() && DateTimeText.isLetter(text.charAt(at))) {
                    at++;
                }
            }
            parts.add(text.substring(start, at));
            at++;
        }
        return parts.toArray(String[]::new);
    }

    private static boolean isAlphanumeric(char c) {
        return DateTimeText.isDigit(c) || DateTimeText.isLetter(c);
    }

    /// One number of a date whose fields come one by one; which it is depends on those already known.
    private int number(String text, int known) throws DateTimeFault {
        int point = text.indexOf('.');
        if (point > 2) {
            return concatenated(text, known | DATE);
        }
        int value = integer(point < 0 ? text : text.substring(0, point));
        if (point >= 0) {
            time.fraction = micros(text.substring(point));
        }
        int length = text.length();
        if (length == 3 && (known & DATE) == YEAR && value >= 1 && value <= 366) {
            time.dayOfYear = value;
            return DAY_OF_YEAR | MONTH | DAY;
        }
        boolean yearLike = length >= 3 || order == Order.YMD;
        int found = switch (known & DATE) {
            case 0 -> yearLike ? YEAR : order == Order.DMY ? DAY : MONTH;
            case YEAR, DAY -> MONTH;
            case MONTH -> textMonth && yearLike ? YEAR : DAY;
            case YEAR | MONTH -> DAY;
            case MONTH | DAY -> YEAR;
            case DATE -> 0;
            default -> throw badFormat();
        };
        if (found == 0) {
            return concatenated(text, known);
        }
        if (found == DAY && (known & DATE) == (YEAR | MONTH) && textMonth && length >= 3 && twoDigitYear) {
            // The first number was the day after all: 31-jan-2020 in YMD order.
            time.day = time.year;
            time.year = value;
            twoDigitYear = false;
            return DAY;
        }
        switch (found) {
            case YEAR -> {
                time.year = value;
                twoDigitYear = length <= 2;
            }
            case MONTH -> time.month = value;
            default -> time.day = value;
        }
        return found;
    }

    /// Digits run together: yymmdd, yyyymmdd, hhmm, hhmmss, with a fraction.
    private int concatenated(String text, int known) throws DateTimeFault {
        String digits = text;
        int point = text.indexOf('.');
        if (point >= 0) {
            time.fraction = (int) Math.rint(Double.parseDouble("0" + text.substring(point)) * 1e6);
            digits = text.substring(0, point);
        } else if ((known & DATE) != DATE && digits.length() >= 6) {
            int length = digits.length();
            time.day = integer(digits.substring(length - 2));
            time.month = integer(digits.substring(length - 4, length - 2));
            time.year = integer(digits.substring(0, length - 4));
            twoDigitYear |= length == 6;
            return DATE;
        }
        if ((known & TIME) != TIME && (digits.length() == 6 || digits.length() == 4)) {
            time.hour = integer(digits.substring(0, 2));
            time.minute = integer(digits.substring(2, 4));
            time.second = digits.length() == 6 ? integer(digits.substring(4)) : 0;
            return TIME;
        }
        throw badFormat();
    }

    private void clock(String text) throws DateTimeFault {
        Clock clock = Clock.parse(text, false);
        if (clock.hours() > Integer.MAX_VALUE) {
            throw overflow();
        }
        time.hour = (int) clock.hours();
        time.minute = clock.minutes();
        time.second = clock.seconds();
        time.fraction = clock.micros();
    }

    /// `±hh[:mm[:ss]]`, `±hhmm` in seconds west of Greenwich.
    static int zone(String text) throws DateTimeFault {
        if (text.isEmpty() || text.charAt(0) != '+' && text.charAt(0) != '-') {
            throw badFormat();
        }
        String[] parts = text.substring(1).split(":", -1);
        for (String part : parts) {
            if (part.isEmpty() || parts.length > 3 || digitsEnd(part, 0) != part.length()) {
                throw badFormat();
            }
        }
        DateTimeFault tooFar = new DateTimeFault(DateTimeFault.Reason.ZONE_OVERFLOW);
        if (text.length() > 10) {
            throw tooFar;
        }
        int hours = Integer.parseInt(parts[0]);
        int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        int seconds = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        if (parts.length == 1 && text.length() > 3) {
            minutes = hours % 100;
            hours /= 100;
        }
        if (hours > 15 || minutes >= 60 || seconds >= 60) {
            throw tooFar;
        }
        int east = hours * 3600 + minutes * 60 + seconds;
        return text.charAt(0) == '-' ? east : -east;
    }

    private void finish() throws DateTimeFault {
        if (outcome != Outcome.FIELDS) {
            return;
        }
        validateDate();
        if (halfOfDay != null) {
            if (time.hour > 12) {
                throw overflow();
            }
            if (halfOfDay == Meaning.AM && time.hour == 12) {
                time.hour = 0;
            } else if (halfOfDay == Meaning.PM && time.hour != 12) {
                time.hour += 12;
            }
        }
        if (timeOnly && time.timeOverflows()) {
            throw overflow();
        }
        int needed = timeOnly ? TIME : DATE;
        if (!has(needed)) {
            throw badFormat();
        }
        boolean zoneMissing = (seen & ZONE) == 0;
        if ((namedZone != null || zoneMissing) && has(DAYLIGHT)) {
            throw badFormat();
        }
        if (namedZone != null) {
            boolean fixed = namedZone.getRules().isFixedOffset();
            if (timeOnly && !fixed && !has(DATE)) {
                throw badFormat();
            }
            time.zone = fixed
                    ? -namedZone.getRules().getOffset(java.time.Instant.EPOCH).getTotalSeconds()
                    : localZone(namedZone);
        } else if (zoneMissing) {
            time.zone = localZone(Sessions.zone(session));
        } else if (movingAbbreviation != null) {
            time.zone += movingAbbreviation.secondsEast()
                    - movingAbbreviation.secondsEastAtLocal(local(movingAbbreviation.zone()));
        }
    }

    private int localZone(ZoneId zone) {
        if (zone instanceof ZoneOffset fixed) {
            return -fixed.getTotalSeconds();
        }
        return has(DATE) && !DateTimes.isValidJulian(time.year, time.month)
                ? 0
                : -Zones.offsetAtLocal(local(zone), zone);
    }

    /// Local µs of the fields; of today where there is no date.
    private long local(ZoneId zone) {
        long days;
        if (has(DATE)) {
            days = time.days();
        } else {
            days = Math.floorDiv(Zones.toLocal(Sessions.now(session), zone), DateTimes.MICROS_PER_DAY);
        }
        // Clamped: what lies outside is refused later, where the timestamp is put together.
        long limit = DateTimes.END_TIMESTAMP / DateTimes.MICROS_PER_DAY;
        return Math.clamp(days, -limit, limit) * DateTimes.MICROS_PER_DAY + time.timeOfDay();
    }

    private void validateDate() throws DateTimeFault {
        if (has(YEAR) && !julian) {
            if (beforeChrist) {
                if (time.year <= 0) {
                    throw overflow();
                }
                time.year = 1 - time.year;
            } else if (twoDigitYear) {
                time.year += time.year < 70 ? 2000 : time.year < 100 ? 1900 : 0;
            } else if (time.year <= 0) {
                throw overflow();
            }
        }
        if (has(DAY_OF_YEAR)) {
            time.setDate(DateTimes.days(time.year, 1, 1) + time.dayOfYear - 1L);
        }
        DateTimeFault wrongOrder = new DateTimeFault(DateTimeFault.Reason.MONTH_OR_DAY_OVERFLOW);
        if (has(MONTH) && (time.month < 1 || time.month > 12)) {
            throw wrongOrder;
        }
        if (has(DAY) && (time.day < 1 || time.day > 31)) {
            throw wrongOrder;
        }
        if (has(DATE) && time.year < 999_999_999 && time.day > DateTimes.lengthOfMonth(time.year, time.month)) {
            throw overflow();
        }
    }

    static int integer(String digits) throws DateTimeFault {
        if (digits.isEmpty()) {
            throw badFormat();
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw overflow();
        }
    }

    /// `.25` in µs, rounded.
    static int micros(String fraction) throws DateTimeFault {
        if (digitsEnd(fraction, 1) != fraction.length()) {
            throw badFormat();
        }
        return fraction.length() == 1 ? 0 : (int) Math.rint(Double.parseDouble("0" + fraction) * 1e6);
    }

    static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && DateTimeText.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
