package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.value.Utf8;
import java.util.Locale;

/// How a headline is to look.
///
/// @param shortWord words of at most that many bytes are not where a headline ends
/// @param maxFragments 0 for one stretch of text
record HeadlineOptions(
        String startMark,
        String stopMark,
        String delimiter,
        int maxWords,
        int minWords,
        int shortWord,
        int maxFragments,
        boolean highlightAll) {
    private static final HeadlineOptions DEFAULT = new HeadlineOptions("<b>", "</b>", " ... ", 35, 15, 3, 0, false);

    /// Words that a cover may span.
    int maxCover() {
        int words = (int) Math.min(Math.max(maxWords * 10L, 100), Integer.MAX_VALUE);
        return maxFragments > 0 ? words * maxFragments : words;
    }

    /// @param text null for the defaults
    static HeadlineOptions parse(Utf8 text) {
        Builder builder = new Builder();
        if (text != null) {
            OptionList.parse(text).forEach(builder::set);
        }
        return builder.build();
    }

    private static final class Builder {
        private String startMark = DEFAULT.startMark;
        private String stopMark = DEFAULT.stopMark;
        private String delimiter = DEFAULT.delimiter;
        private int maxWords = DEFAULT.maxWords;
        private int minWords = DEFAULT.minWords;
        private int shortWord = DEFAULT.shortWord;
        private int maxFragments = DEFAULT.maxFragments;
        private boolean highlightAll = DEFAULT.highlightAll;

        void set(OptionList.Option option) {
            String value = option.value();
            switch (option.name().toLowerCase(Locale.ROOT)) {
                case "maxwords" -> maxWords = number(value);
                case "minwords" -> minWords = number(value);
                case "shortword" -> shortWord = number(value);
                case "maxfragments" -> maxFragments = number(value);
                case "startsel" -> startMark = value;
                case "stopsel" -> stopMark = value;
                case "fragmentdelimiter" -> delimiter = value;
                case "highlightall" -> highlightAll = isTrue(value);
                default -> throw invalid("unrecognized headline parameter: \"" + option.name() + "\"");
            }
        }

        private static int number(String value) {
            return (int) IntegerText.parse(Utf8.of(value), Integer.MIN_VALUE, "integer");
        }

        private static boolean isTrue(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "1", "on", "true", "t", "y", "yes" -> true;
                default -> false;
            };
        }

        HeadlineOptions build() {
            if (!highlightAll) {
                check(minWords < maxWords, "MinWords should be less than MaxWords");
                check(minWords > 0, "MinWords should be positive");
                check(shortWord >= 0, "ShortWord should be >= 0");
                check(maxFragments >= 0, "MaxFragments should be >= 0");
            }
            checkLength("StartSel", startMark);
            checkLength("StopSel", stopMark);
            checkLength("FragmentDelimiter", delimiter);
            return new HeadlineOptions(
                    startMark, stopMark, delimiter, maxWords, minWords, shortWord, maxFragments, highlightAll);
        }

        private static void check(boolean holds, String message) {
            if (!holds) {
                throw invalid(message);
            }
        }

        private static void checkLength(String name, String value) {
            check(Utf8.of(value).length() <= Short.MAX_VALUE, "value for \"" + name + "\" is too long");
        }

        private static PgException invalid(String message) {
            return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
        }
    }
}
