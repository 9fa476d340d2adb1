package io.pglitedb.types.xml;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// xml: well-formed text, kept as it was written. It is shown without its encoding, which is the client's.
public final class XmlType extends UnorderedType {
    public static final XmlType XML = new XmlType();

    private XmlType() {}

    @Override
    public int oid() {
        return Oids.XML;
    }

    @Override
    public Class<?> carrier() {
        return Utf8.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return XmlBuilding.parse(text, XmlBuilding.isDocumentOption(session));
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        String text = value.toString();
        XmlDeclaration declaration = XmlDeclaration.of(text);
        String shown = XmlDeclaration.print(declaration.version(), declaration.standalone());
        int start = declaration.length();
        if (shown.isEmpty() && text.startsWith("\n", start)) {
            start++; // no empty first line, even without a declaration
        }
        out.putUtf8(shown).putUtf8(text.substring(start));
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
        Utf8 text = (Utf8) value;
        out.putBytes(text.array(), text.offset(), text.length());
    }

    @Override
    public Object load(ByteReader in) {
        return new Utf8(in.getBytes(in.remaining()));
    }
}
