package io.pglitedb.types.regex;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.regex.Matcher;

/// regexp_replace. In the replacement `\1` … `\9` are groups, `\&` the match, `\\` a backslash.
public final class RegexReplace {
    private RegexReplace() {}

    @Prosrc("textregexreplace_noopt")
    public static Utf8 replace(Utf8 text, Utf8 pattern, Utf8 replacement) {
        return replace(text, pattern, replacement, RegexFlags.NONE, 1, 1);
    }

    @Prosrc("textregexreplace")
    public static Utf8 replace(Utf8 text, Utf8 pattern, Utf8 replacement, Utf8 letters) {
        if (!letters.isEmpty() && letters.byteAt(0) >= '0' && letters.byteAt(0) <= '9') {
            throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid regular expression option: \"" + (char) letters.byteAt(0) + "\"")
                    .hint("If you meant to use regexp_replace() with a start parameter, cast the fourth argument to"
                            + " integer explicitly.");
        }
        RegexFlags flags = RegexFlags.parse(letters.toString());
        return replace(text, pattern, replacement, flags, 1, flags.global() ? 0 : 1);
    }

    @Prosrc("textregexreplace_extended_no_n")
    public static Utf8 replace(Utf8 text, Utf8 pattern, Utf8 replacement, int start) {
        return replace(text, pattern, replacement, start, 1);
    }

    @Prosrc("textregexreplace_extended_no_flags")
    public static Utf8 replace(Utf8 text, Utf8 pattern, Utf8 replacement, int start, int occurrence) {
        return replace(text, pattern, replacement, start, occurrence, Utf8.EMPTY);
    }

    @Prosrc("textregexreplace_extended")
    public static Utf8 replace(Utf8 text, Utf8 pattern, Utf8 replacement, int start, int occurrence, Utf8 letters) {
        if (start <= 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"start\": " + start);
        }
        if (occurrence < 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"n\": " + occurrence);
        }
        return replace(text, pattern, replacement, RegexFlags.parse(letters.toString()), start, occurrence);
    }

    /// @param occurrence which match, from 1; 0 for all
    private static Utf8 replace(
            Utf8 text, Utf8 pattern, Utf8 replacement, RegexFlags flags, int start, int occurrence) {
        Regex regex = Regex.compile(pattern.toString(), flags);
        String source = text.toString();
        if (start - 1 > source.codePointCount(0, source.length())) {
            return text;
        }
        int from = source.offsetByCodePoints(0, start - 1);
        StringBuilder out = new StringBuilder();
        int copied = 0;
        int number = 0;
        for (Matcher match : RegexFunctions.all(regex, source, from, occurrence != 1)) {
            number++;
            if (occurrence == 0 || number == occurrence) {
                out.append(source, copied, match.start());
                append(out, replacement.toString(), match);
                copied = match.end();
            }
        }
        return number == 0
                ? text
                : Utf8.of(out.append(source, copied, source.length()).toString());
    }

    private static void append(StringBuilder out, String replacement, Matcher match) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            if (c != '\\' || next == 0) {
                out.append(c);
                continue;
            }
            if (next >= '1' && next <= '9' || next == '&') {
                int group = next == '&' ? 0 : next - '0';
                String captured = group <= match.groupCount() ? match.group(group) : null;
                out.append(captured == null ? "" : captured);
                i++;
            } else if (next == '\\') {
                out.append('\\');
                i++;
            } else {
                out.append(c);
            }
        }
    }
}
