package io.pglitedb.types.regex;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// @param dotStopsAtNewline `.` and negated brackets do not match a newline (flags n, p)
/// @param anchorsAtLines `^` and `$` match at every line (flags n, w)
record RegexFlags(
        boolean ignoreCase,
        boolean dotStopsAtNewline,
        boolean anchorsAtLines,
        boolean expanded,
        boolean literal,
        boolean global) {
    static final RegexFlags NONE = new RegexFlags(false, false, false, false, false, false);
    static final RegexFlags IGNORE_CASE = new RegexFlags(true, false, false, false, false, false);

    /// The flags argument of the regexp functions; 22023 on a letter that is none.
    static RegexFlags parse(String letters) {
        RegexFlags flags = NONE;
        for (int c : letters.codePoints().toArray()) {
            RegexFlags next = c == 'g'
                    ? new RegexFlags(
                            flags.ignoreCase,
                            flags.dotStopsAtNewline,
                            flags.anchorsAtLines,
                            flags.expanded,
                            flags.literal,
                            true)
                    : flags.with(c);
            if (next == null) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "invalid regular expression option: \"" + Character.toString(c) + "\"");
            }
            flags = next;
        }
        return flags;
    }

    /// With one more option letter; null when it is none.
    RegexFlags with(int letter) {
        return switch (letter) {
            case 'b', 'e' -> this;
            case 'c' -> new RegexFlags(false, dotStopsAtNewline, anchorsAtLines, expanded, literal, global);
            case 'i' -> new RegexFlags(true, dotStopsAtNewline, anchorsAtLines, expanded, literal, global);
            case 'n', 'm' -> new RegexFlags(ignoreCase, true, true, expanded, literal, global);
            case 'p' -> new RegexFlags(ignoreCase, true, false, expanded, literal, global);
            case 'w' -> new RegexFlags(ignoreCase, false, true, expanded, literal, global);
            case 's' -> new RegexFlags(ignoreCase, false, false, expanded, literal, global);
            case 'q' -> new RegexFlags(ignoreCase, dotStopsAtNewline, anchorsAtLines, expanded, true, global);
            case 't' -> new RegexFlags(ignoreCase, dotStopsAtNewline, anchorsAtLines, false, literal, global);
            case 'x' -> new RegexFlags(ignoreCase, dotStopsAtNewline, anchorsAtLines, true, literal, global);
            default -> null;
        };
    }
}
