package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.TimeTz;
import io.pglitedb.types.value.Utf8;

/// Ordered by the instant (local time and zone together), then by zone, west last.
public final class TimeTzType implements ValueType {
    public static final TimeTzType TIMETZ = new TimeTzType();

    private TimeTzType() {}

    @Override
    public int oid() {
        return 1266;
    }

    @Override
    public Class<?> carrier() {
        return TimeTz.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String source = text.toString();
        try {
            BrokenDownTime time = DateTimeParser.parseTime(source, session).time;
            return new TimeTz(DateTimes.round(time.timeOfDay(), typmod), time.zone);
        } catch (DateTimeFault e) {
            throw e.report(source, "time with time zone");
        }
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(print((TimeTz) value));
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        long micros = TimeType.checkRange(in.getLong());
        int zone = in.getInt();
        if (Math.abs((long) zone) >= 16 * 3600) {
            throw new PgException(SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE, "time zone displacement out of range");
        }
        return new TimeTz(DateTimes.round(micros, typmod), zone);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return 12;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        TimeTz time = (TimeTz) value;
        out.putLong(time.micros()).putInt(time.zoneSecondsWest());
    }

    @Override
    public Object load(ByteReader in) {
        return new TimeTz(in.getLong(), in.getInt());
    }

    @Override
    public int compare(Object left, Object right) {
        return compare((TimeTz) left, (TimeTz) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        TimeTz time = (TimeTz) value;
        key.putLong(instant(time) ^ Long.MIN_VALUE).putInt(time.zoneSecondsWest() ^ Integer.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        long instant = key.getLong() ^ Long.MIN_VALUE;
        int zone = key.getInt() ^ Integer.MIN_VALUE;
        return new TimeTz(instant - zone * DateTimes.MICROS_PER_SECOND, zone);
    }

    private static String print(TimeTz time) {
        return DateTimePrinter.time(time.micros()) + DateTimePrinter.offset(time.zoneSecondsWest(), false);
    }

    private static long instant(TimeTz time) {
        return time.micros() + time.zoneSecondsWest() * DateTimes.MICROS_PER_SECOND;
    }

    static int compare(TimeTz left, TimeTz right) {
        int order = Long.compare(instant(left), instant(right));
        return order != 0 ? order : Integer.compare(left.zoneSecondsWest(), right.zoneSecondsWest());
    }
}
