package io.pglitedb.types.network;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// macaddr and macaddr8: an unsigned number of six or eight bytes. Stored, sent and in keys: those bytes.
public final class MacType implements ValueType {
    public static final MacType MACADDR = new MacType(Oids.MACADDR, 6);
    public static final MacType MACADDR8 = new MacType(Oids.MACADDR8, 8);

    private final int oid;
    private final int size;

    private MacType(int oid, int size) {
        this.oid = oid;
        this.size = size;
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return size == 6 ? MacParser.parse6(text) : MacParser.parse8(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        for (int i = size - 1; i >= 0; i--) {
            int octet = (int) ((Long) value >>> 8 * i) & 0xff;
            out.putByte(Character.forDigit(octet >> 4, 16)).putByte(Character.forDigit(octet & 15, 16));
            if (i > 0) {
                out.putByte(':');
            }
        }
    }

    /// macaddr8 takes six bytes, too.
    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return size == 8 && in.remaining() == 6 ? (Long) MacFunctions.widen(read(in, 6)) : load(in);
    }

    private static long read(ByteReader in, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | in.getUnsignedByte();
        }
        return value;
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return size;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putBytes(MacFunctions.bytes((Long) value, size));
    }

    @Override
    public Object load(ByteReader in) {
        return read(in, size);
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
        store(value, key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return read(key, size);
    }
}
