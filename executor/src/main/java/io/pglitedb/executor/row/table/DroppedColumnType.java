package io.pglitedb.executor.row.table;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// Keeps the place of a dropped column in stored rows. New rows have NULL there; what old ones have is not read.
record DroppedColumnType(int storedSize) implements ValueType {
    private static IllegalStateException gone() {
        return new IllegalStateException("a value of a dropped column");
    }

    @Override
    public int oid() {
        return 0;
    }

    @Override
    public Class<?> carrier() {
        return Void.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        throw gone();
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        throw gone();
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        throw gone();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        throw gone();
    }

    @Override
    public void store(Object value, ByteWriter out) {
        throw gone();
    }

    @Override
    public Object load(ByteReader in) {
        return null;
    }

    @Override
    public int compare(Object left, Object right) {
        throw gone();
    }

    @Override
    public int hash(Object value) {
        throw gone();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        throw gone();
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw gone();
    }
}
