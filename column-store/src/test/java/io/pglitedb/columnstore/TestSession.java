package io.pglitedb.columnstore;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A session with default settings, UTC and the built-in types.
final class TestSession implements SessionContext {
    @Override
    public ZoneId timeZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public DateStyle dateStyle() {
        return new DateStyle(DateStyle.Format.ISO, DateStyle.Order.MDY);
    }

    @Override
    public IntervalStyle intervalStyle() {
        return IntervalStyle.POSTGRES;
    }

    @Override
    public int extraFloatDigits() {
        return 1;
    }

    @Override
    public boolean byteaHex() {
        return true;
    }

    @Override
    public long transactionTimestamp() {
        return 0;
    }

    @Override
    public long statementTimestamp() {
        return 0;
    }

    @Override
    public long clockTimestamp() {
        return 0;
    }

    @Override
    public ValueType type(int oid) {
        return BuiltinTypes.get(oid);
    }

    @Override
    public String setting(String name) {
        if (name.equals("xmloption")) {
            return "content";
        }
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void report(Report notice) {
        throw new UnsupportedOperationException(notice.message());
    }

    @Override
    public <T> T as(Class<T> context) {
        throw new IllegalStateException(context.getName());
    }
}
