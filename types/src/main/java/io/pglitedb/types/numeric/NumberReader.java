package io.pglitedb.types.numeric;

import io.pglitedb.types.numeric.NumberTemplate.Node;
import io.pglitedb.types.numeric.NumberTemplate.Pattern;
import io.pglitedb.types.numeric.NumberTemplate.SignPlace;
import io.pglitedb.types.value.Utf8;
import java.nio.charset.StandardCharsets;

/// to_number: picks sign, digits and point out of a text. Source of the rules: PostgreSQL 15, `NUM_processor`;
/// the marks are those of locale "C".
final class NumberReader {
    private final NumberTemplate template;
    /// A char for each byte of UTF-8: a digit pattern passes one byte, a literal one character.
    private final String text;
    private final StringBuilder digits = new StringBuilder();
    private char sign = ' ';
    private int at;
    private int integerRead;
    private int fractionRead;
    private boolean pointRead;

    NumberReader(NumberTemplate template, Utf8 text) {
        this.template = template;
        this.text = new String(text.array(), text.offset(), text.length(), StandardCharsets.ISO_8859_1);
    }

    /// Digits behind the point that were read.
    int fractionRead() {
        return fractionRead;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private void skipCharacter() {
        at++;
        while (!atEnd() && (text.charAt(at) & 0xc0) == 0x80) {
            at++;
        }
    }

    /// The number's text with a sign or a space before it.
    String read() {
        for (Node node : template.nodes) {
            if (atEnd()) {
                break;
            }
            if (node.pattern() == null) {
                skipCharacter();
            } else {
                read(node.pattern());
            }
        }
        int length = digits.length();
        if (length > 0 && digits.charAt(length - 1) == '.') {
            digits.setLength(length - 1);
        }
        return sign + digits.toString();
    }

    private void read(Pattern pattern) {
        switch (pattern) {
            case NINE, ZERO, POINT, LOCAL_POINT -> {
                digit(pattern);
                at++;
            }
            case COMMA, GROUP -> {
                if (text.charAt(at) == ',' && !template.fill) {
                    at++;
                }
            }
            case CURRENCY -> skipOthers(1);
            case ORDINAL -> {
                if (sign != '#' && !template.point) {
                    skipOthers(2);
                }
            }
            case MINUS -> readSign('-', '-');
            case PLUS -> readSign('+', '+');
            case SIGN -> readSign('-', '+');
            case BLANK, CURRENCY_PLACE, EXPONENT, FILL, BRACKETS, SPELLED, LOCAL_SIGN, SHIFT, ROMAN -> {}
        }
    }

    private void readSign(char one, char other) {
        char c = text.charAt(at);
        if (c == one || c == other) {
            sign = c;
            at++;
        } else {
            skipOthers(1);
        }
    }

    /// Passes up to that many characters that cannot belong to a number.
    private void skipOthers(int count) {
        for (int i = 0; i < count && !atEnd() && "0123456789.,+-".indexOf(text.charAt(at)) < 0; i++) {
            skipCharacter();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Leaves `at` on the last character read.
    private void digit(Pattern pattern) {
        if (text.charAt(at) == ' ') {
            at++;
        }
        if (atEnd()) {
            return;
        }
        if (sign == ' ' && (pattern == Pattern.ZERO || pattern == Pattern.NINE) && integerRead + fractionRead == 0) {
            signBefore();
        }
        if (atEnd()) {
            return;
        }
        boolean read = false;
        char c = text.charAt(at);
        if (isDigit(c)) {
            if (pointRead && fractionRead == template.fractionDigits) {
                return;
            }
            digits.append(c);
            if (pointRead) {
                fractionRead++;
            } else {
                integerRead++;
            }
            read = true;
        } else if (template.point && !pointRead && c == '.') {
            digits.append('.');
            pointRead = true;
            read = true;
        }
        if (sign == ' ' && integerRead + fractionRead > 0) {
            signBehind(read);
        }
    }

    private void signBefore() {
        char c = text.charAt(at);
        if (template.sign == SignPlace.BEFORE) {
            if (c == '-' || c == '+') {
                sign = c;
                at++;
            }
        } else if (c == '-' || template.brackets && c == '<') {
            sign = '-';
            at++;
        } else if (c == '+') {
            sign = '+';
            at++;
        }
    }

    private void signBehind(boolean read) {
        if (template.hasLocalSign()) {
            if (read && at + 1 < text.length() && !isDigit(text.charAt(at + 1))) {
                char next = text.charAt(at + 1);
                if (next == '-' || next == '+') {
                    sign = next;
                    at++;
                }
            }
        } else if (!read) {
            char c = text.charAt(at);
            if (c == '-' || c == '+') {
                sign = c;
            }
        }
    }
}
