package io.pglitedb.types.integer;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.IntBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// int4 (integer). Key: big-endian with the sign bit flipped.
public final class Int4Type implements ValueType {
    @Override
    public int oid() {
        return Oids.INT4;
    }

    @Override
    public Class<?> carrier() {
        return Integer.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return (int) IntegerText.parse(text, Integer.MIN_VALUE, "integer");
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putDecimal((Integer) value);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return in.getInt();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        out.putInt((Integer) value);
    }

    @Override
    public int storedSize() {
        return Integer.BYTES;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putInt((Integer) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getInt();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((IntBuilder) out).appendInt(in.getInt());
    }

    @Override
    public int compare(Object left, Object right) {
        return Integer.compare((Integer) left, (Integer) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putInt((Integer) value ^ Integer.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getInt() ^ Integer.MIN_VALUE;
    }
}
