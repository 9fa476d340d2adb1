package io.pglitedb.types.json.path;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;

/// jsonpath: kept as its text form, without an order.
public final class JsonPathValueType extends UnorderedType {
    private static final int VERSION = 1;

    @Override
    public int oid() {
        return 4072;
    }

    @Override
    public Class<?> carrier() {
        return JsonPath.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return PathParser.parse(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putUtf8(value.toString());
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int version = in.getByte();
        if (version != VERSION) {
            throw new PgException(SqlState.INTERNAL_ERROR, "unsupported jsonpath version number: " + version);
        }
        return load(in);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        print(value, session, out.putByte(VERSION));
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        print(value, null, out);
    }

    @Override
    public Object load(ByteReader in) {
        return PathParser.parse(new Utf8(in.getBytes(in.remaining())));
    }
}
