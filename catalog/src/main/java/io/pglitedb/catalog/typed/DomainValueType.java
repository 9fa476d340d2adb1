package io.pglitedb.catalog.typed;

import io.pglitedb.types.DomainCheck;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// A domain: its base type under another OID. What is read from a text or from bytes is checked; a value that is
/// coerced to it, by whoever coerces.
record DomainValueType(int oid, ValueType base, int baseTypmod) implements ValueType {
    @Override
    public Class<?> carrier() {
        return base.carrier();
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return checked(base.parse(text, baseTypmod, session), session);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        base.print(value, session, out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return checked(base.receive(in, baseTypmod, session), session);
    }

    @Override
    public void admitNull(SessionContext session) {
        checked(null, session);
    }

    private Object checked(Object value, SessionContext session) {
        session.as(DomainCheck.class).check(oid, value);
        return value;
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        base.send(value, session, out);
    }

    @Override
    public int storedSize() {
        return base.storedSize();
    }

    @Override
    public void store(Object value, ByteWriter out) {
        base.store(value, out);
    }

    @Override
    public Object load(ByteReader in) {
        return base.load(in);
    }

    @Override
    public int compare(Object left, Object right) {
        return base.compare(left, right);
    }

    @Override
    public int hash(Object value) {
        return base.hash(value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        base.putKey(value, key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return base.takeKey(key);
    }

    @Override
    public boolean keyKeepsValue() {
        return base.keyKeepsValue();
    }
}
