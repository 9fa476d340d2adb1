package io.pglitedb.types.json;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// json: the text as it was written, known to be valid. It has no order and no equality.
public final class JsonValueType extends UnorderedType {
    @Override
    public int oid() {
        return 114;
    }

    @Override
    public Class<?> carrier() {
        return Utf8.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        JsonParser.validate(text);
        return text;
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        Utf8 text = (Utf8) value;
        out.putBytes(text.array(), text.offset(), text.length());
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return parse(new Utf8(in.getBytes(in.remaining())), typmod, session);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        print(value, session, out);
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
        return new Utf8(in.getBytes(in.remaining()));
    }
}
