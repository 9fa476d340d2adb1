package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;
import java.util.UUID;

/// uuid: 16 bytes, unsigned order.
public final class UuidType implements ValueType {
    @Override
    public int oid() {
        return Oids.UUID;
    }

    @Override
    public Class<?> carrier() {
        return UUID.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        long high = 0;
        long low = 0;
        int end = text.length();
        boolean braces = end > 0 && text.byteAt(0) == '{';
        int at = braces ? 1 : 0;
        for (int digits = 0; digits < 32; digits++) {
            // one hyphen may stand behind every fourth digit but the last
            if (digits > 0 && digits % 4 == 0 && at < end && text.byteAt(at) == '-') {
                at++;
            }
            int digit = at < end && text.byteAt(at) > 0 ? Character.digit(text.byteAt(at), 16) : -1;
            if (digit < 0) {
                throw NumberErrors.invalidInput("uuid", text);
            }
            at++;
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        if (braces && (at == end || text.byteAt(at++) != '}') || at != end) {
            throw NumberErrors.invalidInput("uuid", text);
        }
        return new UUID(high, low);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(value.toString());
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
        return 16;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putLong(((UUID) value).getMostSignificantBits()).putLong(((UUID) value).getLeastSignificantBits());
    }

    @Override
    public Object load(ByteReader in) {
        return new UUID(in.getLong(), in.getLong());
    }

    @Override
    public int compare(Object left, Object right) {
        return IdentifierFunctions.compare((UUID) left, (UUID) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putLong(((UUID) value).getMostSignificantBits()).putLong(((UUID) value).getLeastSignificantBits());
    }

    @Override
    public Object takeKey(ByteReader key) {
        return new UUID(key.getLong(), key.getLong());
    }
}
