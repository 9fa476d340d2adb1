package io.pglitedb.types.reference;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.text.TextType;
import io.pglitedb.types.value.Utf8;

/// refcursor: the name of a portal, a text without operators.
final class RefcursorType extends UnorderedType {
    @Override
    public int oid() {
        return Oids.REFCURSOR;
    }

    @Override
    public Class<?> carrier() {
        return Utf8.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return text;
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        TextType.TEXT.print(value, session, out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return TextType.TEXT.receive(in, typmod, session);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        TextType.TEXT.send(value, session, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        TextType.TEXT.store(value, out);
    }

    @Override
    public Object load(ByteReader in) {
        return TextType.TEXT.load(in);
    }
}
