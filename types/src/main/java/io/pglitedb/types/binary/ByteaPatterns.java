package io.pglitedb.types.binary;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import java.util.Arrays;

/// LIKE and TRIM of bytea: byte by byte.
public final class ByteaPatterns {
    private ByteaPatterns() {}

    @Prosrc("bit_length(bytea)")
    public static int bitLength(Bytes value) {
        return value.length() * 8;
    }

    @Prosrc("bytealike")
    public static boolean like(Bytes value, Bytes pattern) {
        byte[] text = value.array();
        byte[] wanted = pattern.array();
        int t = 0;
        int p = 0;
        int retryText = -1;
        int retryPattern = -1;
        while (true) {
            if (p < wanted.length && wanted[p] == '%') {
                retryPattern = ++p;
                retryText = t;
                continue;
            }
            if (t == text.length) {
                return p == wanted.length;
            }
            if (p < wanted.length) {
                boolean escaped = wanted[p] == '\\';
                if (escaped && p + 1 == wanted.length) {
                    throw new PgException(
                            SqlState.INVALID_ESCAPE_SEQUENCE, "LIKE pattern must not end with escape character");
                }
                if (!escaped && wanted[p] == '_' || text[t] == wanted[escaped ? p + 1 : p]) {
                    p += escaped ? 2 : 1;
                    t++;
                    continue;
                }
            }
            if (retryPattern < 0) {
                return false;
            }
            t = ++retryText;
            p = retryPattern;
        }
    }

    @Prosrc("byteanlike")
    public static boolean notLike(Bytes value, Bytes pattern) {
        return !like(value, pattern);
    }

    /// Rewrites a pattern with another escape byte (none when `escape` is empty) to one with `\`.
    @Prosrc("like_escape_bytea")
    public static Bytes withEscape(Bytes pattern, Bytes escape) {
        if (escape.length() > 1) {
            throw new PgException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
                    .hint("Escape string must be empty or one character.");
        }
        int escapeByte = escape.length() == 0 ? Integer.MIN_VALUE : escape.array()[0];
        if (escapeByte == '\\') {
            return pattern;
        }
        ByteWriter out = new ByteWriter(pattern.length() + 8);
        boolean afterEscape = false;
        for (byte octet : pattern.array()) {
            if (octet == escapeByte && !afterEscape) {
                out.putByte('\\');
                afterEscape = true;
            } else {
                if (octet == '\\' && !afterEscape) {
                    out.putByte('\\');
                }
                out.putByte(octet);
                afterEscape = false;
            }
        }
        return new Bytes(out.toByteArray());
    }

    @Prosrc("byteatrim")
    public static Bytes trim(Bytes value, Bytes set) {
        return trim(value, set, true, true);
    }

    @Prosrc("bytealtrim")
    public static Bytes trimStart(Bytes value, Bytes set) {
        return trim(value, set, true, false);
    }

    @Prosrc("byteartrim")
    public static Bytes trimEnd(Bytes value, Bytes set) {
        return trim(value, set, false, true);
    }

    private static Bytes trim(Bytes value, Bytes set, boolean start, boolean end) {
        byte[] bytes = value.array();
        int from = 0;
        int to = bytes.length;
        while (start && from < to && contains(set, bytes[from])) {
            from++;
        }
        while (end && to > from && contains(set, bytes[to - 1])) {
            to--;
        }
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    private static boolean contains(Bytes set, byte wanted) {
        for (byte octet : set.array()) {
            if (octet == wanted) {
                return true;
            }
        }
        return false;
    }
}
