package io.pglitedb.types.datetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The first step of reading: splits text into fields by the look of their characters. Source: PostgreSQL 15,
/// `ParseDateTime`.
final class DateTimeText {
    enum Kind {
        /// Digits, perhaps with a fraction.
        NUMBER,
        /// Something with `-`, `/` or `.` in it, or a zone name.
        DATE,
        /// Digits and colons.
        TIME,
        /// A sign and digits.
        ZONE,
        /// Letters, in lower case.
        WORD,
        /// A sign and letters.
        SPECIAL
    }

    record Field(Kind kind, String text) {}

    private static final int MAX_FIELDS = 25;

    private final String source;
    private final List<Field> fields = new ArrayList<>();
    private int at;

    private DateTimeText(String source) {
        this.source = source;
    }

    /// Null when the text has a character that belongs to no field.
    static List<Field> split(String source) {
        DateTimeText text = new DateTimeText(source.toLowerCase(Locale.ROOT));
        return text.split() ? text.fields : null;
    }

    private boolean split() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (isSpace(c)) {
                at++;
                continue;
            }
            int start = at;
            Kind kind;
            if (isDigit(c)) {
                kind = afterDigit();
            } else if (c == '.') {
                at++;
                skipDigits();
                kind = Kind.NUMBER;
            } else if (isLetter(c)) {
                kind = afterLetter();
            } else if (c == '+' || c == '-') {
                if (!signed()) {
                    return false;
                }
                continue;
            } else if (c > ' ' && c < 127) {
                at++;
                continue;
            } else {
                return false;
            }
            add(kind, source.substring(start, at));
            if (fields.size() > MAX_FIELDS) {
                return false;
            }
        }
        return true;
    }

    private void add(Kind kind, String text) {
        fields.add(new Field(kind, text));
    }

    private Kind afterDigit() {
        skipDigits();
        char c = peek();
        if (c == ':') {
            while (isDigit(peek()) || peek() == ':' || peek() == '.') {
                at++;
            }
            return Kind.TIME;
        }
        if (c != '-' && c != '/' && c != '.') {
            return Kind.NUMBER;
        }
        at++;
        if (!isDigit(peek())) {
            while (isLetter(peek()) || isDigit(peek()) || peek() == c) {
                at++;
            }
            return Kind.DATE;
        }
        skipDigits();
        Kind kind = c == '.' ? Kind.NUMBER : Kind.DATE;
        if (peek() == c) {
            kind = Kind.DATE;
            while (isDigit(peek()) || peek() == c) {
                at++;
            }
        }
        return kind;
    }

    private Kind afterLetter() {
        int start = at;
        while (isLetter(peek())) {
            at++;
        }
        char c = peek();
        boolean date = c == '-' || c == '/' || c == '.';
        if ((c == '+' || isDigit(c)) && DateTimeWord.find(source.substring(start, at)) == null) {
            date = true;
        }
        if (!date) {
            return Kind.WORD;
        }
        while (isLetter(peek()) || isDigit(peek()) || "+-/_.:".indexOf(peek()) >= 0) {
            at++;
        }
        return Kind.DATE;
    }

    /// A sign may stand apart from what it signs.
    private boolean signed() {
        char sign = source.charAt(at++);
        while (isSpace(peek())) {
            at++;
        }
        int start = at;
        if (isDigit(peek())) {
            while (isDigit(peek()) || ":.-".indexOf(peek()) >= 0) {
                at++;
            }
            add(Kind.ZONE, sign + source.substring(start, at));
            return true;
        }
        if (isLetter(peek())) {
            while (isLetter(peek())) {
                at++;
            }
            add(Kind.SPECIAL, sign + source.substring(start, at));
            return true;
        }
        return false;
    }

    private void skipDigits() {
        while (isDigit(peek())) {
            at++;
        }
    }

    /// U+FFFF at the end: in no class of characters.
    private char peek() {
        return at < source.length() ? source.charAt(at) : '\uffff';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
