package io.pglitedb.types.integer;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.IntBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// int2 (smallint). Key: big-endian with the sign bit flipped.
public final class Int2Type implements ValueType {
    @Override
    public int oid() {
        return Oids.INT2;
    }

    @Override
    public Class<?> carrier() {
        return Short.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return (short) IntegerText.parse(text, Short.MIN_VALUE, "smallint");
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putDecimal((Short) value);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return in.getShort();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        out.putShort((Short) value);
    }

    @Override
    public int storedSize() {
        return Short.BYTES;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putShort((Short) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getShort();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((IntBuilder) out).appendInt(in.getShort());
    }

    @Override
    public int compare(Object left, Object right) {
        return Short.compare((Short) left, (Short) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putShort((Short) value ^ Short.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return (short) (key.getShort() ^ Short.MIN_VALUE);
    }
}
