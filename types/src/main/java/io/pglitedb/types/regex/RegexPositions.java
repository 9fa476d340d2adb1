package io.pglitedb.types.regex;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.SimilarPattern;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.regex.Matcher;

/// regexp_instr and regexp_substr: the n-th match from a place on, or a group of it.
public final class RegexPositions {
    private RegexPositions() {}

    /// substring(text SIMILAR pattern ESCAPE escape)
    @Prosrc("substring(text, text, text)")
    public static Utf8 substringSimilar(Utf8 text, Utf8 pattern, Utf8 escape) {
        return RegexFunctions.substring(text, SimilarPattern.toRegex(pattern, escape));
    }

    private static void requireAtLeast(int least, int value, String parameter) {
        if (value < least) {
            throw invalid(parameter, value);
        }
    }

    private static PgException invalid(String parameter, int value) {
        return new PgException(
                SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"%s\": %d".formatted(parameter, value));
    }

    /// The match when it has that group, else null.
    private static Matcher find(
            Utf8 text, Utf8 pattern, int start, int occurrence, Utf8 letters, int group, String function) {
        RegexFlags flags = RegexFunctions.notGlobal(letters, function);
        String source = text.toString();
        if (start - 1 > source.codePointCount(0, source.length())) {
            return null;
        }
        Regex regex = Regex.compile(pattern.toString(), flags);
        List<Matcher> matches =
                RegexFunctions.all(regex, source, source.offsetByCodePoints(0, start - 1), occurrence > 1);
        if (matches.size() < occurrence || group > regex.groupCount()) {
            return null;
        }
        Matcher match = matches.get(occurrence - 1);
        return match.start(group) < 0 ? null : match;
    }

    @Prosrc("regexp_instr_no_start")
    public static int position(Utf8 text, Utf8 pattern) {
        return position(text, pattern, 1);
    }

    @Prosrc("regexp_instr_no_n")
    public static int position(Utf8 text, Utf8 pattern, int start) {
        return position(text, pattern, start, 1);
    }

    @Prosrc("regexp_instr_no_endoption")
    public static int position(Utf8 text, Utf8 pattern, int start, int occurrence) {
        return position(text, pattern, start, occurrence, 0);
    }

    @Prosrc("regexp_instr_no_flags")
    public static int position(Utf8 text, Utf8 pattern, int start, int occurrence, int end) {
        return position(text, pattern, start, occurrence, end, Utf8.EMPTY);
    }

    @Prosrc("regexp_instr_no_subexpr")
    public static int position(Utf8 text, Utf8 pattern, int start, int occurrence, int end, Utf8 letters) {
        return position(text, pattern, start, occurrence, end, letters, 0);
    }

    /// @param end 1 for the place behind the match, 0 for its first character
    @Prosrc("regexp_instr")
    public static int position(Utf8 text, Utf8 pattern, int start, int occurrence, int end, Utf8 letters, int group) {
        requireAtLeast(1, start, "start");
        requireAtLeast(1, occurrence, "n");
        if (end != 0 && end != 1) {
            throw invalid("endoption", end);
        }
        requireAtLeast(0, group, "subexpr");
        Matcher match = find(text, pattern, start, occurrence, letters, group, "regexp_instr");
        return match == null
                ? 0
                : text.toString().codePointCount(0, end == 1 ? match.end(group) : match.start(group)) + 1;
    }

    @Prosrc("regexp_substr_no_start")
    public static Utf8 substring(Utf8 text, Utf8 pattern) {
        return substring(text, pattern, 1);
    }

    @Prosrc("regexp_substr_no_n")
    public static Utf8 substring(Utf8 text, Utf8 pattern, int start) {
        return substring(text, pattern, start, 1);
    }

    @Prosrc("regexp_substr_no_flags")
    public static Utf8 substring(Utf8 text, Utf8 pattern, int start, int occurrence) {
        return substring(text, pattern, start, occurrence, Utf8.EMPTY);
    }

    @Prosrc("regexp_substr_no_subexpr")
    public static Utf8 substring(Utf8 text, Utf8 pattern, int start, int occurrence, Utf8 letters) {
        return substring(text, pattern, start, occurrence, letters, 0);
    }

    @Prosrc("regexp_substr")
    public static Utf8 substring(Utf8 text, Utf8 pattern, int start, int occurrence, Utf8 letters, int group) {
        requireAtLeast(1, start, "start");
        requireAtLeast(1, occurrence, "n");
        requireAtLeast(0, group, "subexpr");
        Matcher match = find(text, pattern, start, occurrence, letters, group, "regexp_substr");
        return match == null ? null : RegexFunctions.group(match, group);
    }
}
