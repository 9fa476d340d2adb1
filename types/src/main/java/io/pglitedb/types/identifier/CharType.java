package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.IntBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// "char": one byte, unsigned order. A byte above 127 is shown as three octal digits.
public final class CharType implements ValueType {
    @Override
    public int oid() {
        return Oids.CHAR;
    }

    @Override
    public Class<?> carrier() {
        return Byte.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return parse(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        int octets = (Byte) value & 0xff;
        if (octets > 127) {
            out.putByte('\\')
                    .putByte('0' + (octets >> 6))
                    .putByte('0' + (octets >> 3 & 7))
                    .putByte('0' + (octets & 7));
        } else if (octets != 0) {
            out.putByte(octets);
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
        return 1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putByte((Byte) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getByte();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((IntBuilder) out).appendInt(in.getByte());
    }

    @Override
    public int compare(Object left, Object right) {
        return Byte.compareUnsigned((Byte) left, (Byte) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putByte((Byte) value);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getByte();
    }

    /// The first byte, or the one that a backslash and three octal digits name; 0 for the empty text.
    static byte parse(Utf8 text) {
        if (text.length() == 4 && text.byteAt(0) == '\\' && isOctal(text, 1) && isOctal(text, 2) && isOctal(text, 3)) {
            return (byte) ((text.byteAt(1) - '0') << 6 | (text.byteAt(2) - '0') << 3 | text.byteAt(3) - '0');
        }
        return text.isEmpty() ? 0 : text.byteAt(0);
    }

    private static boolean isOctal(Utf8 text, int index) {
        return text.byteAt(index) >= '0' && text.byteAt(index) <= '7';
    }
}
