package io.pglitedb.types.network;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Reads hardware addresses. macaddr follows C's `sscanf`, so numbers may have white space, a sign and 0x in
/// front;
/// macaddr8 takes pairs of digits with one kind of separator. Behaviour: PostgreSQL 15, `macaddr_in`,
/// `macaddr8_in`.
final class MacParser {
    /// Characters between the six numbers; a format without limit reads any number of digits, the others two.
    private record Format(String separators, int mostCharacters) {}

    private static final List<Format> FORMATS = List.of(
            new Format(":::::", Integer.MAX_VALUE),
            new Format("-----", Integer.MAX_VALUE),
            new Format("  :  ", 2),
            new Format("  -  ", 2),
            new Format(" . . ", 2),
            new Format(" - - ", 2),
            new Format("     ", 2));

    private final Utf8 text;
    private int at;

    private MacParser(Utf8 text) {
        this.text = text;
    }

    static long parse6(Utf8 text) {
        for (Format format : FORMATS) {
            int[] octets = new MacParser(text).scan(format);
            if (octets != null) {
                return join(octets, text);
            }
        }
        throw NumberErrors.invalidInput("macaddr", text);
    }

    private static long join(int[] octets, Utf8 text) {
        long value = 0;
        for (int octet : octets) {
            if (octet < 0 || octet > 255) {
                throw new PgException(
                        SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                        "invalid octet value in \"macaddr\" value: \"" + text + "\"");
            }
            value = value << 8 | octet;
        }
        return value;
    }

    /// Null when the text does not have that format.
    private int[] scan(Format format) {
        int[] octets = new int[6];
        for (int i = 0; i < 6; i++) {
            if (i > 0 && format.separators.charAt(i - 1) != ' ' && peek() != format.separators.charAt(i - 1)) {
                return null;
            }
            at += i > 0 && format.separators.charAt(i - 1) != ' ' ? 1 : 0;
            skipSpace();
            int start = at;
            octets[i] = hexNumber(format.mostCharacters);
            if (at == start) {
                return null;
            }
        }
        skipSpace();
        return at == text.length() ? octets : null;
    }

    /// `%x` of sscanf; stays where it is when there is no number. Wraps around at 32 bits.
    private int hexNumber(int mostCharacters) {
        int start = at;
        int end = (int) Math.min((long) start + mostCharacters, text.length());
        boolean negative = at < end && peek() == '-';
        if (at < end && (negative || peek() == '+')) {
            at++;
        }
        int number = 0;
        int digits = 0;
        if (at + 1 < end && peek() == '0' && (text.byteAt(at + 1) | 0x20) == 'x') {
            at += 2;
        }
        while (at < end && hexDigit(peek()) >= 0) {
            number = number << 4 | hexDigit(peek());
            digits++;
            at++;
        }
        if (digits == 0) {
            at = start;
        }
        return negative ? -number : number;
    }

    static long parse8(Utf8 text) {
        Long value = new MacParser(text).pairs();
        if (value == null) {
            throw NumberErrors.invalidInput("macaddr8", text);
        }
        return value;
    }

    private Long pairs() {
        skipSpace();
        long value = 0;
        int count = 0;
        int separator = -1;
        // a single character left over is not looked at, as in PostgreSQL
        while (at + 1 < text.length()) {
            int high = hexDigit(peek());
            int low = hexDigit(text.byteAt(at + 1));
            if (high < 0 || low < 0 || ++count > 8) {
                return null;
            }
            value = value << 8 | high << 4 | low;
            at += 2;
            int next = peek();
            if (next == ':' || next == '-' || next == '.') {
                if (separator != -1 && separator != next) {
                    return null;
                }
                separator = next;
                at++;
            }
            if ((count == 6 || count == 8) && IntegerText.isSpace(peek())) {
                skipSpace();
                if (at < text.length()) {
                    return null;
                }
            }
        }
        return switch (count) {
            case 6 -> MacFunctions.widen(value);
            case 8 -> value;
            default -> null;
        };
    }

    private int peek() {
        return at < text.length() ? text.byteAt(at) : -1;
    }

    private void skipSpace() {
        while (IntegerText.isSpace(peek())) {
            at++;
        }
    }

    private static int hexDigit(int character) {
        return character > 0 ? Character.digit(character, 16) : -1;
    }
}
