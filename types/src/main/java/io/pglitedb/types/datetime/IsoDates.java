package io.pglitedb.types.datetime;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;

/// A session as it is, but for DateStyle: JSON and XML show dates the same way whatever the setting.
public record IsoDates(SessionContext session) implements SessionContext {
    private static final DateStyle ISO = new DateStyle(DateStyle.Format.ISO, DateStyle.Order.YMD);

    /// A date, timestamp or timestamptz as XML Schema has it: `2001-02-03T04:05:06+00:00`.
    public static Utf8 text(Object value, ValueType type, SessionContext session) {
        return text(type.toUtf8(value, new IsoDates(session)), type.oid() == Oids.TIMESTAMPTZ);
    }

    /// `2001-02-03 04:05:06+00` becomes `2001-02-03T04:05:06+00:00`; " BC" and infinities stay.
    private static Utf8 text(Utf8 printed, boolean withZone) {
        String text = printed.toString();
        String era = text.endsWith(" BC") ? " BC" : "";
        String body = text.substring(0, text.length() - era.length()).replace(' ', 'T');
        int length = body.length();
        boolean hoursOnly =
                withZone && length > 3 && (body.charAt(length - 3) == '+' || body.charAt(length - 3) == '-');
        return Utf8.of(body + (hoursOnly ? ":00" : "") + era);
    }

    @Override
    public DateStyle dateStyle() {
        return ISO;
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
    public String typeName(int oid) {
        return session.typeName(oid);
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
