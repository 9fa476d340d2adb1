package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.transaction.TransactionBlock;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.floating.SessionRandom;
import java.security.SecureRandom;
import java.time.ZoneId;

/// The session as types and functions see it.
public final class ClientContext implements SessionContext {
    private final Backend session;
    private SessionRandom random;

    ClientContext(Backend session) {
        this.session = session;
    }

    private SettingValues values() {
        return session.variables().values();
    }

    @Override
    public ZoneId timeZone() {
        return values().timeZone();
    }

    @Override
    public DateStyle dateStyle() {
        return values().dateStyle();
    }

    @Override
    public IntervalStyle intervalStyle() {
        return values().intervalStyle();
    }

    @Override
    public int extraFloatDigits() {
        return values().extraFloatDigits();
    }

    @Override
    public boolean byteaHex() {
        return values().byteaHex();
    }

    @Override
    public long transactionTimestamp() {
        return session.block().startedAt();
    }

    @Override
    public long statementTimestamp() {
        return session.statementTimestamp();
    }

    @Override
    public long clockTimestamp() {
        return Clocks.micros();
    }

    @Override
    public ValueType type(int oid) {
        ValueType builtin = BuiltinTypes.find(oid);
        return builtin != null ? builtin : BuiltinTypes.get(oid);
    }

    @Override
    public String typeName(int oid) {
        return session.catalog().formatType(oid, -1);
    }

    @Override
    public String setting(String name) {
        return session.variables().show(name);
    }

    @Override
    public void report(Report notice) {
        session.report(notice);
    }

    @Override
    public <T> T as(Class<T> context) {
        Object found = find(context);
        if (found == null) {
            throw new IllegalStateException("the session has no " + context.getName());
        }
        return context.cast(found);
    }

    private Object find(Class<?> context) {
        if (context == Backend.class) {
            return session;
        }
        if (context == SessionRandom.class) {
            return random();
        }
        if (context == CatalogView.class) {
            return session.catalog();
        }
        if (context == TransactionBlock.class) {
            return session.block();
        }
        return null;
    }

    private SessionRandom random() {
        if (random == null) {
            random = new SessionRandom(new SecureRandom().nextLong());
        }
        return random;
    }
}
