package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.LongBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// xid8: unsigned 64 bits.
public final class Xid8Type implements ValueType {
    @Override
    public int oid() {
        return Oids.XID8;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return IdentifierText.parseLenient(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(Long.toUnsignedString((Long) value));
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
        return 8;
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
        return Long.compareUnsigned((Long) left, (Long) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putLong((Long) value);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getLong();
    }
}
