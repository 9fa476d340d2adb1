package io.pglitedb.types.money;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Reads amounts: currency sign, sign or parenthesis, digits with commas, at most two decimal places that count
/// (the next digit rounds). Source of the rules: PostgreSQL 15, `cash_in`.
final class MoneyReader {
    private static final int DECIMALS = 2;

    private final String text;
    private int at;
    private boolean negative;

    MoneyReader(String text) {
        this.text = text;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipSpacesAndCurrency() {
        skipSpaces();
        at += peek() == '$' ? 1 : 0;
        skipSpaces();
    }

    private void skipSpaces() {
        while (isSpace(peek())) {
            at++;
        }
    }

    long read() {
        skipSpacesAndCurrency();
        char sign = peek();
        negative = sign == '-' || sign == '(';
        at += negative || sign == '+' ? 1 : 0;
        skipSpacesAndCurrency();
        try {
            long value = amount();
            trailer();
            return negative ? value : Math.negateExact(value);
        } catch (ArithmeticException e) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                    "value \"%s\" is out of range for type money".formatted(text),
                    e);
        }
    }

    /// Cents, counted below zero: there is one more of them.
    private long amount() {
        long value = 0;
        boolean point = false;
        int decimals = 0;
        for (; at < text.length(); at++) {
            char c = peek();
            if (isDigit(c) && (!point || decimals < DECIMALS)) {
                value = Math.subtractExact(Math.multiplyExact(value, 10), c - '0');
                decimals += point ? 1 : 0;
            } else if (c == '.' && !point) {
                point = true;
            } else if (c != ',') {
                break;
            }
        }
        if (isDigit(peek()) && peek() >= '5') {
            value = Math.subtractExact(value, 1);
        }
        for (; decimals < DECIMALS; decimals++) {
            value = Math.multiplyExact(value, 10);
        }
        return value;
    }

    private void trailer() {
        while (isDigit(peek())) {
            at++;
        }
        for (; at < text.length(); at++) {
            char c = peek();
            if (c == '-') {
                negative = true;
            } else if (!isSpace(c) && c != ')' && c != '+' && c != '$') {
                throw new PgException(
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "invalid input syntax for type money: \"%s\"".formatted(text));
            }
        }
    }
}
