package io.pglitedb.types.regex;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;

/// The match operators and regexp_match, _matches, _like, _count, _split_to_….
public final class RegexFunctions {
    private static final int TEXT = 25;
    private static final Utf8 NO_FLAGS = Utf8.EMPTY;

    private RegexFunctions() {}

    private static boolean isFound(Utf8 text, Utf8 pattern, RegexFlags flags) {
        return Regex.compile(pattern.toString(), flags).isFound(text.toString());
    }

    @Prosrc({"textregexeq", "nameregexeq"})
    public static boolean matches(Utf8 text, Utf8 pattern) {
        return isFound(text, pattern, RegexFlags.NONE);
    }

    @Prosrc({"textregexne", "nameregexne"})
    public static boolean matchesNot(Utf8 text, Utf8 pattern) {
        return !isFound(text, pattern, RegexFlags.NONE);
    }

    @Prosrc({"texticregexeq", "nameicregexeq"})
    public static boolean matchesIgnoringCase(Utf8 text, Utf8 pattern) {
        return isFound(text, pattern, RegexFlags.IGNORE_CASE);
    }

    @Prosrc({"texticregexne", "nameicregexne"})
    public static boolean matchesNotIgnoringCase(Utf8 text, Utf8 pattern) {
        return !isFound(text, pattern, RegexFlags.IGNORE_CASE);
    }

    @Prosrc("regexp_like_no_flags")
    public static boolean like(Utf8 text, Utf8 pattern) {
        return matches(text, pattern);
    }

    @Prosrc("regexp_like")
    public static boolean like(Utf8 text, Utf8 pattern, Utf8 flags) {
        return isFound(text, pattern, notGlobal(flags, "regexp_like"));
    }

    /// 22023 when the flags hold g.
    static RegexFlags notGlobal(Utf8 letters, String function) {
        RegexFlags flags = RegexFlags.parse(letters.toString());
        if (flags.global()) {
            throw noGlobal(function);
        }
        return flags;
    }

    private static PgException noGlobal(String function) {
        return new PgException(
                SqlState.INVALID_PARAMETER_VALUE, function + "() does not support the \"global\" option");
    }

    /// substring(text from pattern): the first group, or the match when there is no group.
    @Prosrc("textregexsubstr")
    public static Utf8 substring(Utf8 text, Utf8 pattern) {
        Matcher match = Regex.compile(pattern.toString(), RegexFlags.NONE).find(text.toString(), 0);
        return match == null ? null : group(match, Math.min(match.groupCount(), 1));
    }

    static Utf8 group(Matcher match, int number) {
        String captured = match.group(number);
        return captured == null ? null : Utf8.of(captured);
    }

    private static PgArray groups(Matcher match) {
        if (match.groupCount() == 0) {
            return PgArray.of(TEXT, Utf8.of(match.group()));
        }
        Object[] captured = new Object[match.groupCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = group(match, i + 1);
        }
        return PgArray.of(TEXT, captured);
    }

    @Prosrc("regexp_match_no_flags")
    public static PgArray match(Utf8 text, Utf8 pattern) {
        return match(text, pattern, NO_FLAGS);
    }

    @Prosrc("regexp_match")
    public static PgArray match(Utf8 text, Utf8 pattern, Utf8 letters) {
        RegexFlags flags = RegexFlags.parse(letters.toString());
        if (flags.global()) {
            throw noGlobal("regexp_match").hint("Use the regexp_matches function instead.");
        }
        Matcher match = Regex.compile(pattern.toString(), flags).find(text.toString(), 0);
        return match == null ? null : groups(match);
    }

    @Prosrc("regexp_matches_no_flags")
    public static Iterator<Object> matchesOf(Utf8 text, Utf8 pattern) {
        return matchesOf(text, pattern, NO_FLAGS);
    }

    @Prosrc("regexp_matches")
    public static Iterator<Object> matchesOf(Utf8 text, Utf8 pattern, Utf8 letters) {
        RegexFlags flags = RegexFlags.parse(letters.toString());
        List<Object> rows = new ArrayList<>();
        for (Matcher match : all(Regex.compile(pattern.toString(), flags), text.toString(), 0, flags.global())) {
            rows.add(groups(match));
        }
        return rows.iterator();
    }

    /// Matches from left to right, not overlapping; an empty one moves on by a character.
    static List<Matcher> all(Regex regex, String text, int from, boolean global) {
        List<Matcher> matches = new ArrayList<>();
        int at = from;
        while (at <= text.length()) {
            Matcher match = regex.find(text, at);
            if (match == null) {
                break;
            }
            matches.add(match);
            if (!global) {
                break;
            }
            at = match.end() > match.start() ? match.end() : next(text, match.end());
        }
        return matches;
    }

    private static int next(String text, int at) {
        return at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
    }

    private static List<Object> split(Utf8 text, Utf8 pattern, RegexFlags flags) {
        String source = text.toString();
        List<Object> parts = new ArrayList<>();
        int begin = 0;
        for (Matcher match : all(Regex.compile(pattern.toString(), flags), source, 0, true)) {
            // An empty match at either end of the text, or right behind the one before, splits nothing.
            boolean empty = match.end() == match.start();
            if (empty && (match.start() == begin || match.start() == source.length())) {
                continue;
            }
            parts.add(Utf8.of(source.substring(begin, match.start())));
            begin = match.end();
        }
        parts.add(Utf8.of(source.substring(begin)));
        return parts;
    }

    @Prosrc("regexp_split_to_array_no_flags")
    public static PgArray splitToArray(Utf8 text, Utf8 pattern) {
        return splitToArray(text, pattern, NO_FLAGS);
    }

    @Prosrc("regexp_split_to_array")
    public static PgArray splitToArray(Utf8 text, Utf8 pattern, Utf8 flags) {
        return PgArray.of(
                TEXT,
                split(text, pattern, notGlobal(flags, "regexp_split_to_array")).toArray());
    }

    @Prosrc("regexp_split_to_table_no_flags")
    public static Iterator<Object> splitToTable(Utf8 text, Utf8 pattern) {
        return splitToTable(text, pattern, NO_FLAGS);
    }

    @Prosrc("regexp_split_to_table")
    public static Iterator<Object> splitToTable(Utf8 text, Utf8 pattern, Utf8 flags) {
        return split(text, pattern, notGlobal(flags, "regexp_split_to_table")).iterator();
    }

    @Prosrc("regexp_count_no_start")
    public static int count(Utf8 text, Utf8 pattern) {
        return count(text, pattern, 1);
    }

    @Prosrc("regexp_count_no_flags")
    public static int count(Utf8 text, Utf8 pattern, int start) {
        return count(text, pattern, start, NO_FLAGS);
    }

    @Prosrc("regexp_count")
    public static int count(Utf8 text, Utf8 pattern, int start, Utf8 letters) {
        if (start <= 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"start\": " + start);
        }
        RegexFlags flags = notGlobal(letters, "regexp_count");
        String source = text.toString();
        if (start - 1 > source.codePointCount(0, source.length())) {
            return 0;
        }
        int from = source.offsetByCodePoints(0, start - 1);
        return all(Regex.compile(pattern.toString(), flags), source, from, true).size();
    }
}
