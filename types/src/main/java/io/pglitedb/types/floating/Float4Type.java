package io.pglitedb.types.floating;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.DoubleBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// float4. NaN equals itself and is above all others; -0 equals 0. Key: the IEEE bits, with the sign bit flipped
/// for positive and all bits flipped for negative numbers.
public final class Float4Type implements ValueType {
    @Override
    public int oid() {
        return Oids.FLOAT4;
    }

    @Override
    public Class<?> carrier() {
        return Float.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return FloatText.parseFloat(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        FloatText.print((float) value, session == null ? 1 : session.extraFloatDigits(), out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return in.getFloat();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        out.putFloat((float) value);
    }

    @Override
    public int storedSize() {
        return Float.BYTES;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putFloat((float) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getFloat();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((DoubleBuilder) out).appendDouble(in.getFloat());
    }

    @Override
    public int compare(Object left, Object right) {
        return FloatFunctions.compare((float) left, (float) right);
    }

    @Override
    public int hash(Object value) {
        return Float.hashCode((float) value + 0); // -0 + 0 is 0
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        int bits = Float.floatToIntBits((float) value + 0); // one NaN, no -0
        key.putInt(bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        int bits = key.getInt();
        return Float.intBitsToFloat(bits < 0 ? bits ^ Integer.MIN_VALUE : ~bits);
    }

    @Override
    public boolean keyKeepsValue() {
        return false; // -0
    }
}
