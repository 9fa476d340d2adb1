package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.LongBuilder;
import io.pglitedb.types.vector.VectorBuilder;
import java.util.Locale;

/// pg_lsn: a byte position of the log, unsigned 64 bits, shown as two halves in hexadecimal.
public final class LsnType implements ValueType {
    @Override
    public int oid() {
        return Oids.PG_LSN;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String digits = text.toString();
        if (!digits.matches("[0-9a-fA-F]{1,8}/[0-9a-fA-F]{1,8}")) {
            throw NumberErrors.invalidInput("pg_lsn", text);
        }
        int slash = digits.indexOf('/');
        return Long.parseLong(digits, 0, slash, 16) << 32 | Long.parseLong(digits, slash + 1, digits.length(), 16);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        long position = (Long) value;
        out.putAscii(Integer.toHexString((int) (position >>> 32)).toUpperCase(Locale.ROOT))
                .putByte('/')
                .putAscii(Integer.toHexString((int) position).toUpperCase(Locale.ROOT));
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
