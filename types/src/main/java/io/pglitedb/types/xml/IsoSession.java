package io.pglitedb.types.xml;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import java.time.ZoneId;

/// The same session with DateStyle ISO.
record IsoSession(SessionContext session) implements SessionContext {
    @Override
    public DateStyle dateStyle() {
        return new DateStyle(DateStyle.Format.ISO, DateStyle.Order.YMD);
    }

    @Override
    public ZoneId timeZone() {
        return session.timeZone();
    }

    @Override
    public IntervalStyle intervalStyle() {
        return session.intervalStyle();
    }

    @Override
    public int extraFloatDigits() {
        return session.extraFloatDigits();
    }

    @Override
    public boolean byteaHex() {
        return session.byteaHex();
    }

    @Override
    public long transactionTimestamp() {
        return session.transactionTimestamp();
    }

    @Override
    public long statementTimestamp() {
        return session.statementTimestamp();
    }

    @Override
    public long clockTimestamp() {
        return session.clockTimestamp();
    }

    @Override
    public ValueType type(int oid) {
        return session.type(oid);
    }

    @Override
    public String setting(String name) {
        return session.setting(name);
    }

    @Override
    public void report(Report notice) {
        session.report(notice);
    }

    @Override
    public <T> T as(Class<T> context) {
        return session.as(context);
    }
}
