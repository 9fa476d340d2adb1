package io.pglitedb.types.binary;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.BytesBuilder;
import io.pglitedb.types.vector.VectorBuilder;
import java.util.HexFormat;

/// bytea. Key: 00 becomes 00 ff, 00 00 ends it.
public final class ByteaType implements ValueType {
    @Override
    public int oid() {
        return Oids.BYTEA;
    }

    @Override
    public Class<?> carrier() {
        return Bytes.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        byte[] source = text.toByteArray();
        return source.length >= 2 && source[0] == '\\' && source[1] == 'x' ? fromHex(source, 2) : fromEscaped(source);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        byte[] bytes = ((Bytes) value).array();
        if (session == null || session.byteaHex()) {
            out.putAscii("\\x").putAscii(HexFormat.of().formatHex(bytes));
            return;
        }
        for (byte octet : bytes) {
            int code = octet & 0xff;
            if (code == '\\') {
                out.putAscii("\\\\");
            } else if (code < 0x20 || code > 0x7e) {
                out.putByte('\\')
                        .putByte('0' + (code >> 6))
                        .putByte('0' + (code >> 3 & 7))
                        .putByte('0' + (code & 7));
            } else {
                out.putByte(code);
            }
        }
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return load(in);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putBytes(((Bytes) value).array());
    }

    @Override
    public Object load(ByteReader in) {
        return new Bytes(in.getBytes(in.remaining()));
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((BytesBuilder) out).appendBytes(in.array(), in.position(), in.remaining());
        in.skip(in.remaining());
    }

    @Override
    public int compare(Object left, Object right) {
        return ((Bytes) left).compareTo((Bytes) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        putEscaped(((Bytes) value).array(), key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return new Bytes(takeEscaped(key));
    }

    /// White space may stand between the pairs of digits.
    static Bytes fromHex(byte[] source, int from) {
        ByteWriter out = new ByteWriter(source.length / 2);
        int at = from;
        while (at < source.length) {
            if (Character.isWhitespace(source[at])) {
                at++;
                continue;
            }
            int high = hexDigit(source, at);
            if (at + 1 == source.length) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "invalid hexadecimal data: odd number of digits");
            }
            out.putByte(high << 4 | hexDigit(source, at + 1));
            at += 2;
        }
        return new Bytes(out.toByteArray());
    }

    private static int hexDigit(byte[] source, int at) {
        int digit = source[at] < 0 ? -1 : Character.digit(source[at], 16);
        if (digit < 0) {
            String rest = new Utf8(source, at, source.length - at).toString();
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "invalid hexadecimal digit: \"" + rest.substring(0, rest.offsetByCodePoints(0, 1)) + "\"");
        }
        return digit;
    }

    static Bytes fromEscaped(byte[] source) {
        ByteWriter out = new ByteWriter(source.length);
        for (int at = 0; at < source.length; at++) {
            if (source[at] != '\\') {
                out.putByte(source[at]);
            } else if (at + 3 < source.length
                    && source[at + 1] >= '0'
                    && source[at + 1] <= '3'
                    && isOctal(source[at + 2])
                    && isOctal(source[at + 3])) {
                out.putByte((source[at + 1] - '0') << 6 | (source[at + 2] - '0') << 3 | source[at + 3] - '0');
                at += 3;
            } else if (at + 1 < source.length && source[at + 1] == '\\') {
                out.putByte('\\');
                at++;
            } else {
                throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
            }
        }
        return new Bytes(out.toByteArray());
    }

    private static boolean isOctal(byte character) {
        return character >= '0' && character <= '7';
    }

    public static void putEscaped(byte[] bytes, ByteWriter key) {
        for (byte octet : bytes) {
            key.putByte(octet);
            if (octet == 0) {
                key.putByte(0xff);
            }
        }
        key.putShort(0);
    }

    public static byte[] takeEscaped(ByteReader key) {
        ByteWriter out = new ByteWriter();
        while (true) {
            byte octet = key.getByte();
            if (octet == 0 && key.getByte() == 0) {
                return out.toByteArray();
            }
            out.putByte(octet);
        }
    }
}
