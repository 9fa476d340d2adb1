package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.StringJoiner;

/// Refuses bytes that are not UTF-8, and U+0000. Source: the table of RFC 3629, section 4.
public final class Utf8Validation {
    private Utf8Validation() {}

    /// 22021 on the first malformed sequence.
    public static void check(Utf8 text) {
        int i = plainPrefix(text.array(), text.offset(), text.length());
        while (i < text.length()) {
            int first = text.byteAt(i) & 0xff;
            int length = sequenceLength(text, i, first);
            if (length == 0) {
                throw malformed(text, i, first);
            }
            i += length;
        }
    }

    /// How many of the first bytes are ASCII other than U+0000; perhaps fewer than there are.
    private static int plainPrefix(byte[] bytes, int offset, int length) {
        int i = 0;
        while (i < length && bytes[offset + i] > 0) {
            i++;
        }
        return i;
    }

    /// Bytes of the well-formed sequence at that index, 0 when it is malformed.
    private static int sequenceLength(Utf8 text, int at, int first) {
        if (first < 0x80) {
            return first == 0 ? 0 : 1;
        }
        int length = announced(first);
        if (first < 0xc2 || first > 0xf4 || at + length > text.length()) {
            return 0;
        }
        int second = text.byteAt(at + 1) & 0xff;
        int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((text.byteAt(at + i) & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int announced(int first) {
        return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 1;
    }

    private static PgException malformed(Utf8 text, int at, int first) {
        StringJoiner bytes = new StringJoiner(" ");
        for (int i = at; i < Math.min(at + announced(first), text.length()); i++) {
            bytes.add("0x%02x".formatted(text.byteAt(i) & 0xff));
        }
        return new PgException(
                SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\": " + bytes);
    }
}
