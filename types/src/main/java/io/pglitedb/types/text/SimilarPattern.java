package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// SIMILAR TO patterns as regular expressions. Source of the rules: PostgreSQL manual, 9.7.2; the text of the
/// result is that of PostgreSQL 15, `similar_escape_internal`.
public final class SimilarPattern {
    private static final int NONE = -1;

    private final String pattern;
    /// Code point, `NONE` for none.
    private final int escape;
    private final StringBuilder out = new StringBuilder("^(?:");
    /// Of escape-double-quotes.
    private int separators;
    /// `[` that are open; the outermost is the class, those inside hold names.
    private int bracketDepth;
    /// Where a `]` is an ordinary member: right behind `[` or `[^`.
    private boolean classStart;

    private SimilarPattern(String pattern, int escape) {
        this.pattern = pattern;
        this.escape = escape;
    }

    @Prosrc("similar_to_escape_1")
    public static Utf8 toRegex(Utf8 pattern) {
        return Utf8.of(new SimilarPattern(pattern.toString(), '\\').translate());
    }

    /// 22025 when the escape is longer than a character; an empty one switches it off.
    @Prosrc("similar_to_escape_2")
    public static Utf8 toRegex(Utf8 pattern, Utf8 escape) {
        if (escape.characterCount() > 1) {
            throw new PgException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
                    .hint("Escape string must be empty or one character.");
        }
        return Utf8.of(
                new SimilarPattern(pattern.toString(), escape.isEmpty() ? NONE : escape.codePointAt(0)).translate());
    }

    /// The older form: a NULL escape is the default one.
    @Prosrc("similar_escape")
    public static Utf8 toRegexOrNull(Utf8 pattern, Utf8 escape) {
        return pattern == null ? null : escape == null ? toRegex(pattern) : toRegex(pattern, escape);
    }

    private String translate() {
        boolean escaped = false;
        for (int i = 0, c; i < pattern.length(); i += Character.charCount(c)) {
            c = pattern.codePointAt(i);
            if (escaped) {
                escaped(c);
                escaped = false;
            } else if (c == escape) {
                escaped = true;
            } else if (bracketDepth > 0) {
                inClass(c);
            } else {
                plain(c);
            }
        }
        return out.append(")$").toString();
    }

    private void escaped(int c) {
        if (c != '"' || bracketDepth > 0) {
            out.append('\\').appendCodePoint(c);
            classStart = false;
            return;
        }
        // The first part matches as little as possible, the second is what is captured.
        switch (separators++) {
            case 0 -> out.append("){1,1}?(");
            case 1 -> out.append("){1,1}(?:");
            default ->
                throw new PgException(
                        SqlState.INVALID_USE_OF_ESCAPE_CHARACTER,
                        "SQL regular expression may not contain more than two escape-double-quote separators");
        }
    }

    private void inClass(int c) {
        if (c == '\\') {
            out.append('\\');
        }
        out.appendCodePoint(c);
        if (c == '[') {
            bracketDepth++;
        } else if (c == ']' && !classStart) {
            bracketDepth--;
        }
        classStart = classStart && c == '^' && out.charAt(out.length() - 2) == '[';
    }

    private void plain(int c) {
        switch (c) {
            case '[' -> {
                out.append('[');
                bracketDepth = 1;
                classStart = true;
            }
            case '%' -> out.append(".*");
            case '_' -> out.append('.');
            case '(' -> out.append("(?:");
            case '\\', '.', '^', '$' -> out.append('\\').appendCodePoint(c);
            default -> out.appendCodePoint(c);
        }
    }
}
