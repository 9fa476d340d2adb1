package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.Utf8;

/// Ordered by length, a month being 30 days and a day 24 hours; `1 mon` equals `30 days`.
public final class IntervalType implements ValueType {
    public static final IntervalType INTERVAL = new IntervalType();

    private IntervalType() {}

    @Override
    public int oid() {
        return 1186;
    }

    @Override
    public Class<?> carrier() {
        return Interval.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String source = text.toString();
        try {
            return IntervalRange.fit(IntervalParser.parse(source, IntervalRange.of(typmod), session), typmod);
        } catch (DateTimeFault e) {
            throw e.report(source, "interval");
        }
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(IntervalPrinter.print((Interval) value, session));
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return IntervalRange.fit((Interval) load(in), typmod);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return 16;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        Interval interval = (Interval) value;
        out.putLong(interval.micros()).putInt(interval.days()).putInt(interval.months());
    }

    @Override
    public Object load(ByteReader in) {
        long micros = in.getLong();
        int days = in.getInt();
        return new Interval(in.getInt(), days, micros);
    }

    @Override
    public int compare(Object left, Object right) {
        return compare((Interval) left, (Interval) right);
    }

    @Override
    public int hash(Object value) {
        return Long.hashCode(wholeDays((Interval) value)) * 31 + Long.hashCode(restMicros((Interval) value));
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        Interval interval = (Interval) value;
        key.putLong(wholeDays(interval) ^ Long.MIN_VALUE).putLong(restMicros(interval));
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw new IllegalStateException("the key of an interval does not keep it");
    }

    @Override
    public boolean keyKeepsValue() {
        return false;
    }

    /// Days of 24 hours in it, months counted as 30, rounded down.
    private static long wholeDays(Interval interval) {
        return interval.months() * 30L + interval.days() + Math.floorDiv(interval.micros(), DateTimes.MICROS_PER_DAY);
    }

    /// What `wholeDays` leaves.
    private static long restMicros(Interval interval) {
        return Math.floorMod(interval.micros(), DateTimes.MICROS_PER_DAY);
    }

    static int compare(Interval left, Interval right) {
        int order = Long.compare(wholeDays(left), wholeDays(right));
        return order != 0 ? order : Long.compare(restMicros(left), restMicros(right));
    }
}
