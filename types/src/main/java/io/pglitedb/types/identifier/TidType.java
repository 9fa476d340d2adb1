package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Tid;
import io.pglitedb.types.value.Utf8;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// tid: (block, offset). A negative block wraps around, as C reads an unsigned number.
public final class TidType implements ValueType {
    private static final Pattern FORM = Pattern.compile("\\s*\\(([+-]?\\d{1,10}),(\\d{1,9})\\)");

    @Override
    public int oid() {
        return Oids.TID;
    }

    @Override
    public Class<?> carrier() {
        return Tid.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        Matcher parts = FORM.matcher(text.toString());
        long block = parts.matches() ? Long.parseLong(parts.group(1)) : Long.MIN_VALUE;
        int offset = parts.matches() ? Integer.parseInt(parts.group(2)) : -1;
        if (block < Integer.MIN_VALUE || block > 0xffff_ffffL || offset > 0xffff) {
            throw NumberErrors.invalidInput("tid", text);
        }
        return new Tid((int) block, offset);
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
        return 6;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putInt(((Tid) value).block()).putShort(((Tid) value).offset());
    }

    @Override
    public Object load(ByteReader in) {
        return new Tid(in.getInt(), in.getShort() & 0xffff);
    }

    @Override
    public int compare(Object left, Object right) {
        return ((Tid) left).compareTo((Tid) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putInt(((Tid) value).block()).putShort(((Tid) value).offset());
    }

    @Override
    public Object takeKey(ByteReader key) {
        return new Tid(key.getInt(), key.getShort() & 0xffff);
    }
}
