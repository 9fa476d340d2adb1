package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.IntBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// oid: unsigned 32 bits.
public final class OidType implements ValueType {
    @Override
    public int oid() {
        return Oids.OID;
    }

    @Override
    public Class<?> carrier() {
        return Integer.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return IdentifierText.parseOid(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putDecimal(Integer.toUnsignedLong((Integer) value));
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
        return 4;
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
        return Integer.compareUnsigned((Integer) left, (Integer) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putInt((Integer) value);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getInt();
    }
}
