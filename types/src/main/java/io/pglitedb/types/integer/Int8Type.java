package io.pglitedb.types.integer;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.LongBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// int8 (bigint). Key: big-endian with the sign bit flipped.
public final class Int8Type implements ValueType {
    @Override
    public int oid() {
        return Oids.INT8;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return IntegerText.parse(text, Long.MIN_VALUE, "bigint");
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putDecimal((Long) value);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return in.getLong();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        out.putLong((Long) value);
    }

    @Override
    public int storedSize() {
        return Long.BYTES;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putLong((Long) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getLong();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((LongBuilder) out).appendLong(in.getLong());
    }

    @Override
    public int compare(Object left, Object right) {
        return Long.compare((Long) left, (Long) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putLong((Long) value ^ Long.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getLong() ^ Long.MIN_VALUE;
    }
}
