package io.pglitedb.types.identifier;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// void: the result of functions that return nothing; its only value is the empty text.
public final class VoidType implements ValueType {
    @Override
    public int oid() {
        return Oids.VOID;
    }

    @Override
    public Class<?> carrier() {
        return Utf8.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return Utf8.EMPTY;
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        // prints as nothing
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
        return 0;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        assert value != null;
    }

    @Override
    public Object load(ByteReader in) {
        return Utf8.EMPTY;
    }

    @Override
    public int compare(Object left, Object right) {
        return 0;
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        assert value != null;
    }

    @Override
    public Object takeKey(ByteReader key) {
        return Utf8.EMPTY;
    }
}
