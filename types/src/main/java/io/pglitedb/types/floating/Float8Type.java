package io.pglitedb.types.floating;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.DoubleBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// float8. NaN equals itself and is above all others; -0 equals 0. Key: the IEEE bits, with the sign bit flipped
/// for positive and all bits flipped for negative numbers.
public final class Float8Type implements ValueType {
    @Override
    public int oid() {
        return Oids.FLOAT8;
    }

    @Override
    public Class<?> carrier() {
        return Double.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return FloatText.parseDouble(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        FloatText.print((double) value, session == null ? 1 : session.extraFloatDigits(), out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return in.getDouble();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        out.putDouble((double) value);
    }

    @Override
    public int storedSize() {
        return Double.BYTES;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putDouble((double) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getDouble();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((DoubleBuilder) out).appendDouble(in.getDouble());
    }

    @Override
    public int compare(Object left, Object right) {
        return FloatFunctions.compare((double) left, (double) right);
    }

    @Override
    public int hash(Object value) {
        return Double.hashCode((double) value + 0); // -0 + 0 is 0
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        long bits = Double.doubleToLongBits((double) value + 0); // one NaN, no -0
        key.putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        long bits = key.getLong();
        return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }

    @Override
    public boolean keyKeepsValue() {
        return false; // -0
    }
}
