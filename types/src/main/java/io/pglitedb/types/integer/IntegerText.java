package io.pglitedb.types.integer;

import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;

/// Reads decimal integers as PostgreSQL's input functions do: white space around, one sign, digits.
/// Source: PostgreSQL 15, `numutils.c`.
public final class IntegerText {
    private IntegerText() {}

    /// The `isspace` of the C locale.
    public static boolean isSpace(int character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    public static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /// Out of range is found before garbage behind the digits, as in PostgreSQL.
    ///
    /// @param lowest of the type; the highest is `-(lowest + 1)`
    public static long parse(Utf8 text, long lowest, String type) {
        int end = text.length();
        int at = 0;
        while (at < end && isSpace(text.byteAt(at))) {
            at++;
        }
        boolean negative = false;
        if (at < end && (text.byteAt(at) == '-' || text.byteAt(at) == '+')) {
            negative = text.byteAt(at++) == '-';
        }
        if (at == end || !isDigit(text.byteAt(at))) {
            throw NumberErrors.invalidInput(type, text);
        }
        long value = 0; // negative all the way: the lowest value has no positive twin
        for (; at < end && isDigit(text.byteAt(at)); at++) {
            int digit = text.byteAt(at) - '0';
            if (value < lowest / 10 || value * 10 < lowest + digit) {
                throw NumberErrors.inputOutOfRange(type, text);
            }
            value = value * 10 - digit;
        }
        while (at < end && isSpace(text.byteAt(at))) {
            at++;
        }
        if (at < end) {
            throw NumberErrors.invalidInput(type, text);
        }
        if (!negative && value == lowest) {
            throw NumberErrors.inputOutOfRange(type, text);
        }
        return negative ? value : -value;
    }
}
