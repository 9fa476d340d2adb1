package io.pglitedb.types.identifier;

import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;

/// Reads unsigned identifiers with the quirks of C's `strtoul`.
final class IdentifierText {
    private IdentifierText() {}

    /// Negative numbers down to -2^31 name the OID with the same bits.
    static int parseOid(Utf8 text) {
        String digits = text.toString().strip();
        if (!digits.matches("[+-]?[0-9]+")) {
            throw NumberErrors.invalidInput("oid", text);
        }
        long value;
        try {
            value = Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw NumberErrors.inputOutOfRange("oid", text);
        }
        if (value > 0xffff_ffffL || value < Integer.MIN_VALUE) {
            throw NumberErrors.inputOutOfRange("oid", text);
        }
        return (int) value;
    }

    /// Never complains: reads decimal, 0x hexadecimal or 0 octal digits up to the first other character.
    static long parseLenient(Utf8 text) {
        int at = 0;
        int end = text.length();
        while (at < end && IntegerText.isSpace(text.byteAt(at))) {
            at++;
        }
        boolean negative = at < end && text.byteAt(at) == '-';
        if (negative || at < end && text.byteAt(at) == '+') {
            at++;
        }
        int radix = 10;
        if (at < end && text.byteAt(at) == '0') {
            radix = 8;
            if (at + 2 < end && (text.byteAt(at + 1) | 0x20) == 'x' && digit(text, at + 2, 16) >= 0) {
                radix = 16;
                at += 2;
            }
        }
        long value = 0;
        for (; at < end && digit(text, at, radix) >= 0; at++) {
            int digit = digit(text, at, radix);
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0) {
                return -1; // ULONG_MAX
            }
            value = value * radix + digit;
        }
        return negative ? -value : value;
    }

    private static int digit(Utf8 text, int at, int radix) {
        return text.byteAt(at) < 0 ? -1 : Character.digit(text.byteAt(at), radix);
    }
}
