package io.pglitedb.types.datetime;

import java.util.HashMap;
import java.util.Map;

/// A word that has a meaning in dates and times. Source: PostgreSQL 15, `datetktbl`; words count up to ten letters.
///
/// @param number month 1 … 12, day of the week 0 … 6, minutes … by `meaning`
record DateTimeWord(Meaning meaning, int number) {
    enum Meaning {
        NOW,
        TODAY,
        TOMORROW,
        YESTERDAY,
        ALLBALLS,
        EPOCH,
        INFINITY,
        MINUS_INFINITY,
        MONTH,
        WEEKDAY,
        AM,
        PM,
        AD,
        BC,
        DAYLIGHT,
        IGNORED,
        ISO_TIME,
        UNIT_YEAR,
        UNIT_MONTH,
        UNIT_DAY,
        UNIT_HOUR,
        UNIT_MINUTE,
        UNIT_SECOND,
        UNIT_JULIAN,
        UNIT_OTHER
    }

    private static final int SIGNIFICANT = 10;
    private static final Map<String, DateTimeWord> WORDS = words();

    /// Null when it has none.
    static DateTimeWord find(String lowerCase) {
        return WORDS.get(lowerCase.length() > SIGNIFICANT ? lowerCase.substring(0, SIGNIFICANT) : lowerCase);
    }

    private static Map<String, DateTimeWord> words() {
        Map<String, DateTimeWord> words = new HashMap<>();
        add(words, Meaning.NOW, 0, "now");
        add(words, Meaning.TODAY, 0, "today");
        add(words, Meaning.TOMORROW, 0, "tomorrow");
        add(words, Meaning.YESTERDAY, 0, "yesterday");
        add(words, Meaning.ALLBALLS, 0, "allballs");
        add(words, Meaning.EPOCH, 0, "epoch");
        add(words, Meaning.INFINITY, 0, "infinity");
        add(words, Meaning.MINUS_INFINITY, 0, "-infinity");
        add(words, Meaning.AM, 0, "am");
        add(words, Meaning.PM, 0, "pm");
        add(words, Meaning.AD, 0, "ad");
        add(words, Meaning.BC, 0, "bc");
        add(words, Meaning.DAYLIGHT, 3600, "dst");
        add(words, Meaning.IGNORED, 0, "at", "on");
        add(words, Meaning.ISO_TIME, 0, "t");
        add(words, Meaning.UNIT_YEAR, 0, "y");
        add(words, Meaning.UNIT_MONTH, 0, "m");
        add(words, Meaning.UNIT_DAY, 0, "d");
        add(words, Meaning.UNIT_HOUR, 0, "h");
        add(words, Meaning.UNIT_MINUTE, 0, "mm");
        add(words, Meaning.UNIT_SECOND, 0, "s");
        add(words, Meaning.UNIT_JULIAN, 0, "j", "jd", "julian");
        add(words, Meaning.UNIT_OTHER, 0, "dow", "doy", "isodow", "isoyear");
        String[] months = {
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december"
        };
        for (int i = 0; i < months.length; i++) {
            add(words, Meaning.MONTH, i + 1, months[i].split(" "));
        }
        String[] days = {
            "sun sunday",
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday"
        };
        for (int i = 0; i < days.length; i++) {
            add(words, Meaning.WEEKDAY, i, days[i].split(" "));
        }
        return words;
    }

    private static void add(Map<String, DateTimeWord> words, Meaning meaning, int number, String... names) {
        for (String name : names) {
            words.put(name, new DateTimeWord(meaning, number));
        }
    }
}
