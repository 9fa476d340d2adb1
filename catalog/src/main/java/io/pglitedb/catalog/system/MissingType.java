package io.pglitedb.catalog.system;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.TypeNames;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;

/// Stands for the type of a catalog column that `BuiltinTypes` lacks: the column can only hold NULL.
record MissingType(int oid) implements ValueType {
    private PgException missing() {
        return PgException.notSupported("type " + TypeNames.of(oid));
    }

    @Override
    public Class<?> carrier() {
        return Void.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        throw missing();
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        throw missing();
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        throw missing();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        throw missing();
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        throw missing();
    }

    @Override
    public Object load(ByteReader in) {
        throw missing();
    }

    @Override
    public int compare(Object left, Object right) {
        throw missing();
    }

    @Override
    public int hash(Object value) {
        throw missing();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        throw missing();
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw missing();
    }
}
