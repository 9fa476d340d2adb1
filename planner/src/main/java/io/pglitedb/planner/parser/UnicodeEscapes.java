package io.pglitedb.planner.parser;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// `\XXXX` and `\+XXXXXX` of U& strings and names, the escape character being free.
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    /// @param bodyStart char offset of the raw text in the source, for error positions
    static String decode(String raw, char escape, int bodyStart, String source) {
        StringBuilder value = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c != escape) {
                if (!Character.isLowSurrogate(c)
                        && !value.isEmpty()
                        && Character.isHighSurrogate(value.charAt(value.length() - 1))) {
                    throw invalidPair(bodyStart + at, source);
                }
                value.append(c);
                at++;
            } else if (at + 1 < raw.length() && raw.charAt(at + 1) == escape) {
                if (!value.isEmpty() && Character.isHighSurrogate(value.charAt(value.length() - 1))) {
                    throw invalidPair(bodyStart + at, source);
                }
                value.append(escape);
                at += 2;
            } else {
                boolean six = at + 1 < raw.length() && raw.charAt(at + 1) == '+';
                int digits = at + (six ? 2 : 1);
                int length = six ? 6 : 4;
                int codePoint = hex(raw, digits, length);
                if (codePoint < 0) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode escape")
                            .hint("Unicode escapes must be \\XXXX or \\+XXXXXX.")
                            .at(source.codePointCount(0, Math.min(bodyStart + at, source.length())) + 1);
                }
                append(value, codePoint, bodyStart + at, source);
                at = digits + length;
            }
        }
        if (!value.isEmpty() && Character.isHighSurrogate(value.charAt(value.length() - 1))) {
            throw invalidPair(bodyStart + raw.length(), source);
        }
        return value.toString();
    }

    /// -1 when there are no `length` hexadecimal digits.
    static int hex(String text, int from, int length) {
        if (from + length > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /// Appends a code point or one half of a surrogate pair; the halves must come in order.
    private static void append(StringBuilder value, int codePoint, int offset, String source) {
        if (codePoint == 0 || codePoint > Character.MAX_CODE_POINT) {
            throw new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode escape value")
                    .at(source.codePointCount(0, Math.min(offset, source.length())) + 1);
        }
        if (!fits(value, codePoint)) {
            throw invalidPair(offset, source);
        }
        value.appendCodePoint(codePoint);
    }

    /// False when one half of a surrogate pair would stand alone.
    static boolean fits(StringBuilder value, int codePoint) {
        boolean open = !value.isEmpty() && Character.isHighSurrogate(value.charAt(value.length() - 1));
        boolean low = codePoint >= Character.MIN_LOW_SURROGATE && codePoint <= Character.MAX_LOW_SURROGATE;
        return open == low;
    }

    private static PgException invalidPair(int offset, String source) {
        return new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode surrogate pair")
                .at(source.codePointCount(0, Math.min(offset, source.length())) + 1);
    }
}
