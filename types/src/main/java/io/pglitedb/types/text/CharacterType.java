package io.pglitedb.types.text;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.BytesBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// What the character types share: text form, binary form and storage are the UTF-8 bytes.
/// Key form: the bytes and one 00, which no text contains, so that a prefix sorts first.
public abstract sealed class CharacterType implements ValueType
        permits TextType, VarcharType, BpcharType, NameType, UnknownType, CstringType, NodeTreeType {
    private final int oid;

    CharacterType(int oid) {
        this.oid = oid;
    }

    /// Cuts, pads or refuses a value for the type and its modifier, as the input function does.
    abstract Utf8 fit(Utf8 text, int typmod);

    /// What comparison sees of a value.
    Utf8 significant(Utf8 text) {
        return text;
    }

    @Override
    public final int oid() {
        return oid;
    }

    @Override
    public final Class<?> carrier() {
        return Utf8.class;
    }

    @Override
    public final Object parse(Utf8 text, int typmod, SessionContext session) {
        return fit(text, typmod);
    }

    @Override
    public final void print(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public final Object receive(ByteReader in, int typmod, SessionContext session) {
        Utf8 text = (Utf8) load(in);
        Utf8Validation.check(text);
        return fit(text, typmod);
    }

    @Override
    public final void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public final int storedSize() {
        return -1;
    }

    @Override
    public final void store(Object value, ByteWriter out) {
        Utf8 text = (Utf8) value;
        out.putBytes(text.array(), text.offset(), text.length());
    }

    @Override
    public final Object load(ByteReader in) {
        return new Utf8(in.getBytes(in.remaining()));
    }

    @Override
    public final void load(ByteReader in, VectorBuilder out) {
        ((BytesBuilder) out).appendBytes(in.array(), in.position(), in.remaining());
        in.skip(in.remaining());
    }

    @Override
    public final int compare(Object left, Object right) {
        return significant((Utf8) left).compareTo(significant((Utf8) right));
    }

    @Override
    public final boolean equal(Object left, Object right) {
        return significant((Utf8) left).equals(significant((Utf8) right));
    }

    @Override
    public final int hash(Object value) {
        return significant((Utf8) value).hashCode();
    }

    @Override
    public final void putKey(Object value, ByteWriter key) {
        store(significant((Utf8) value), key);
        key.putByte(0);
    }

    @Override
    public final Object takeKey(ByteReader key) {
        byte[] bytes = key.array();
        int end = key.position();
        while (end < key.limit() && bytes[end] != 0) {
            end++;
        }
        Utf8 text = new Utf8(key.getBytes(end - key.position()));
        key.skip(1);
        return text;
    }

    @Override
    public final Utf8 toUtf8(Object value, SessionContext session) {
        return (Utf8) value;
    }
}
