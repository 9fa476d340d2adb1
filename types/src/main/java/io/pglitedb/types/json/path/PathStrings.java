package io.pglitedb.types.json.path;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Quoted strings and bare names of jsonpath with their escapes: those of JSON, and `\\v`, `\\xHH`, `\\u{H…}`;
/// any other
/// escaped character stands for itself.
final class PathStrings {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int highSurrogate = -1;

    PathStrings(String text, int start) {
        this.text = text;
        this.at = start;
    }

    static boolean isName(char c) {
        return "?%$.[]{}()|&!=<>@#,*:-+/\" \t\n\r\f".indexOf(c) < 0;
    }

    /// Index behind what was read.
    int end() {
        return at;
    }

    String bare() {
        while (at < text.length() && isName(text.charAt(at))) {
            character();
        }
        return out.toString();
    }

    String quoted() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            character();
        }
        if (at >= text.length()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "unterminated quoted string at end of jsonpath input");
        }
        at++;
        return out.toString();
    }

    private void character() {
        if (text.charAt(at) != '\\') {
            out.append(text.charAt(at++));
        } else if (text.startsWith("\\u", at)) {
            unicodeRun();
        } else if (text.startsWith("\\x", at)) {
            int start = at;
            at += 2;
            int code = hexDigits(2, 2);
            if (code < 0) {
                throw invalid("hex character", start);
            }
            put(code);
        } else if (++at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            out.appendCodePoint(
                    switch (c) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'v' -> 0x0b;
                        default -> c;
                    });
        } else {
            throw new PgException(SqlState.SYNTAX_ERROR, "unexpected end after backslash at end of jsonpath input");
        }
    }

    /// The two halves of a surrogate pair must stand side by side.
    private void unicodeRun() {
        int start = at;
        while (text.startsWith("\\u", at)) {
            at += 2;
            boolean braces = at < text.length() && text.charAt(at) == '{';
            at += braces ? 1 : 0;
            int code = braces ? hexDigits(1, 6) : hexDigits(4, 4);
            if (code < 0 || braces && (at >= text.length() || text.charAt(at) != '}')) {
                throw invalid("unicode", start);
            }
            at += braces ? 1 : 0;
            put(code);
        }
        if (highSurrogate >= 0) {
            throw surrogate("Unicode low surrogate must follow a high surrogate.");
        }
    }

    /// -1 when there are fewer than `min`.
    private int hexDigits(int min, int max) {
        int code = 0;
        int digits = 0;
        while (digits < max && at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
            code = code << 4 | Character.digit(text.charAt(at++), 16);
            digits++;
        }
        return digits < min ? -1 : code;
    }

    private void put(int code) {
        if (code >= 0xd800 && code < 0xdc00) {
            if (highSurrogate >= 0) {
                throw surrogate("Unicode high surrogate must not follow a high surrogate.");
            }
            highSurrogate = code;
            return;
        }
        boolean low = code >= 0xdc00 && code < 0xe000;
        if (low != highSurrogate >= 0) {
            throw surrogate("Unicode low surrogate must follow a high surrogate.");
        }
        if (code == 0) {
            throw new PgException(SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
                    .detail("\\u0000 cannot be converted to text.");
        }
        if (code > Character.MAX_CODE_POINT) {
            throw new PgException(SqlState.SYNTAX_ERROR, "Unicode code point is out of range");
        }
        out.appendCodePoint(low ? Character.toCodePoint((char) highSurrogate, (char) code) : code);
        highSurrogate = -1;
    }

    private static PgException surrogate(String detail) {
        return new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type jsonpath")
                .detail(detail);
    }

    private PgException invalid(String what, int start) {
        return new PgException(
                SqlState.SYNTAX_ERROR,
                "invalid %s sequence at or near \"%s\" of jsonpath input".formatted(what, text.substring(start, at)));
    }
}
