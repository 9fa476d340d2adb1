package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;

/// LIKE: `%` is any run of characters, `_` one character, `\` makes the next one ordinary. Works on bytes; `_`
/// and the restart after `%` step over whole characters, the restart on to where the literal that follows stands.
/// Source of the greedy restart: the classic two-pointer wildcard match, linear in practice, where only the last
/// `%` is ever retried.
public final class LikePattern {
    private LikePattern() {}

    public static boolean matches(Utf8 text, Utf8 pattern) {
        int t = 0;
        int p = 0;
        int retryText = -1;
        int retryPattern = -1;
        while (true) {
            boolean mismatch;
            if (p == pattern.length()) {
                if (t == text.length()) {
                    return true;
                }
                mismatch = true;
            } else if (pattern.byteAt(p) == '%') {
                retryPattern = ++p;
                retryText = t;
                if (p == pattern.length()) {
                    return true;
                }
                t = candidate(text, t, pattern, p);
                if (t < 0) {
                    return false;
                }
                retryText = t;
                continue;
            } else if (t == text.length()) {
                return false;
            } else if (pattern.byteAt(p) == '_') {
                p++;
                t = next(text, t);
                continue;
            } else {
                int literal = p;
                if (pattern.byteAt(p) == '\\') {
                    literal++;
                    if (literal == pattern.length()) {
                        throw escapeAtEnd();
                    }
                }
                mismatch = pattern.byteAt(literal) != text.byteAt(t);
                if (!mismatch) {
                    p = literal + 1;
                    t++;
                }
            }
            if (mismatch) {
                if (retryPattern < 0 || retryText == text.length()) {
                    return false;
                }
                retryText = candidate(text, next(text, retryText), pattern, retryPattern);
                if (retryText < 0) {
                    return false;
                }
                t = retryText;
                p = retryPattern;
            }
        }
    }

    /// The first place from `from` on where the rest of a pattern behind `%` can match: where the bytes before
    /// its next special character stand; -1 for nowhere.
    private static int candidate(Utf8 text, int from, Utf8 pattern, int at) {
        int end = at;
        while (end < pattern.length() && !isSpecial(pattern.byteAt(end))) {
            end++;
        }
        return end == at ? from : ByteSearch.find(text, from, pattern, at, end);
    }

    private static boolean isSpecial(byte character) {
        return character == '%' || character == '_' || character == '\\';
    }

    private static int next(Utf8 text, int at) {
        int i = at + 1;
        while (i < text.length() && (text.byteAt(i) & 0xc0) == 0x80) {
            i++;
        }
        return i;
    }

    private static PgException escapeAtEnd() {
        return new PgException(SqlState.INVALID_ESCAPE_SEQUENCE, "LIKE pattern must not end with escape character");
    }

    /// Rewrites a pattern with another escape character (none when `escape` is empty) to one with `\`.
    static Utf8 withEscape(Utf8 pattern, Utf8 escape) {
        StringBuilder out = new StringBuilder();
        String source = pattern.toString();
        if (escape.isEmpty()) {
            return Utf8.of(source.replace("\\", "\\\\"));
        }
        if (escape.characterCount() != 1) {
            throw new PgException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
                    .hint("Escape string must be empty or one character.");
        }
        int escapeCharacter = escape.codePointAt(0);
        if (escapeCharacter == '\\') {
            return pattern;
        }
        boolean afterEscape = false;
        for (int i = 0, c; i < source.length(); i += Character.charCount(c)) {
            c = source.codePointAt(i);
            if (c == escapeCharacter && !afterEscape) {
                out.append('\\');
                afterEscape = true;
            } else {
                if (c == '\\' && !afterEscape) {
                    out.append('\\');
                }
                out.appendCodePoint(c);
                afterEscape = false;
            }
        }
        return Utf8.of(out.toString());
    }
}
