package io.pglitedb.types.opaque;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.TypeNames;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.binary.ByteaType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;

/// A bytea without input.
///
/// @param showsText the bytes are the text to be printed, UTF-8
record OutputOnlyType(int oid, boolean showsText) implements ValueType {
    private static final ValueType BYTEA = new ByteaType();

    @Override
    public Class<?> carrier() {
        return BYTEA.carrier();
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        throw noInput();
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        throw noInput();
    }

    private PgException noInput() {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot accept a value of type " + TypeNames.of(oid));
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        if (showsText) {
            out.putBytes(((Bytes) value).array());
        } else {
            BYTEA.print(value, session, out);
        }
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        BYTEA.send(value, session, out);
    }

    @Override
    public int storedSize() {
        return BYTEA.storedSize();
    }

    @Override
    public void store(Object value, ByteWriter out) {
        BYTEA.store(value, out);
    }

    @Override
    public Object load(ByteReader in) {
        return BYTEA.load(in);
    }

    @Override
    public int compare(Object left, Object right) {
        return BYTEA.compare(left, right);
    }

    @Override
    public int hash(Object value) {
        return BYTEA.hash(value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        BYTEA.putKey(value, key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return BYTEA.takeKey(key);
    }
}
