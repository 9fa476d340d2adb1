package io.pglitedb.types.money;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.LongBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// money.
public final class MoneyType implements ValueType {
    @Override
    public int oid() {
        return Oids.MONEY;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return new MoneyReader(text.toString()).read();
    }

    /// -$1,234.56
    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        long cents = (Long) value;
        String digits = Long.toUnsignedString(Math.abs(cents));
        digits = "0".repeat(Math.max(3 - digits.length(), 0)) + digits;
        int whole = digits.length() - 2;
        out.putAscii(cents < 0 ? "-$" : "$");
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                out.putByte(',');
            }
            out.putByte(digits.charAt(i));
        }
        out.putByte('.').putAscii(digits.substring(whole));
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
