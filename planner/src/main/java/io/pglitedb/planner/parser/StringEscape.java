package io.pglitedb.planner.parser;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Backslash escapes of E'…'. Octal and hexadecimal ones give bytes, which together must be UTF-8.
record StringEscape(String source, int literalStart) {
    /// The lexer stands behind a backslash; moves it behind the escape.
    void decode(Lexer lexer, StringBuilder value) {
        int at = lexer.position();
        if (at >= source.length()) {
            throw lexer.error("unterminated quoted string", literalStart, source.length());
        }
        char c = source.charAt(at);
        boolean halfPair = !value.isEmpty() && Character.isHighSurrogate(value.charAt(value.length() - 1));
        if (halfPair && c != 'u' && c != 'U') {
            throw lexer.error("invalid Unicode surrogate pair", at - 1, at);
        }
        switch (c) {
            case 'b' -> simple(lexer, value, '\b');
            case 'f' -> simple(lexer, value, '\f');
            case 'n' -> simple(lexer, value, '\n');
            case 'r' -> simple(lexer, value, '\r');
            case 't' -> simple(lexer, value, '\t');
            case 'u', 'U' -> unicode(lexer, value, c == 'u' ? 4 : 8);
            case 'x' -> {
                if (at + 1 < source.length() && Character.digit(source.charAt(at + 1), 16) >= 0) {
                    bytes(lexer, value);
                } else {
                    simple(lexer, value, 'x');
                }
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> bytes(lexer, value);
            default -> simple(lexer, value, c);
        }
    }

    private static void simple(Lexer lexer, StringBuilder value, char c) {
        value.append(c);
        lexer.position(lexer.position() + 1);
    }

    private void unicode(Lexer lexer, StringBuilder value, int length) {
        int at = lexer.position();
        int codePoint = UnicodeEscapes.hex(source, at + 1, length);
        if (codePoint < 0) {
            throw new PgException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid Unicode escape")
                    .hint("Unicode escapes must be \\uXXXX or \\UXXXXXXXX.")
                    .at(source.codePointCount(0, at - 1) + 1);
        }
        if (codePoint == 0 || codePoint > Character.MAX_CODE_POINT) {
            throw lexer.error("invalid Unicode escape value", at - 1, at + 1 + length);
        }
        if (!UnicodeEscapes.fits(value, codePoint)) {
            throw lexer.error("invalid Unicode surrogate pair", at - 1, at + 1 + length);
        }
        value.appendCodePoint(codePoint);
        lexer.position(at + 1 + length);
    }

    /// A run of numeric escapes: one character may be spelt as several.
    private void bytes(Lexer lexer, StringBuilder value) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        int at = lexer.position();
        while (true) {
            int radix = source.charAt(at) == 'x' ? 16 : 8;
            int digits = radix == 16 ? at + 1 : at;
            int end = digits;
            int number = 0;
            while (end < source.length()
                    && end - digits < (radix == 16 ? 2 : 3)
                    && Character.digit(source.charAt(end), radix) >= 0) {
                number = number * radix + Character.digit(source.charAt(end++), radix);
            }
            utf8.write(number);
            at = end;
            if (at + 1 < source.length() && source.charAt(at) == '\\' && startsByte(at + 1)) {
                at++;
            } else {
                break;
            }
        }
        lexer.position(at);
        try {
            value.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8.toByteArray())));
        } catch (CharacterCodingException e) {
            StringBuilder shown = new StringBuilder();
            for (byte b : utf8.toByteArray()) {
                shown.append(String.format(" 0x%02x", b & 0xff));
            }
            throw new PgException(
                    SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\":" + shown);
        }
        if (value.indexOf("\0") >= 0) {
            throw new PgException(
                    SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\": 0x00");
        }
    }

    private boolean startsByte(int at) {
        char c = source.charAt(at);
        return c >= '0' && c <= '7'
                || c == 'x' && at + 1 < source.length() && Character.digit(source.charAt(at + 1), 16) >= 0;
    }
}
