package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.LongBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// µs since midnight, up to 24:00:00.
public final class TimeType implements ValueType {
    public static final TimeType TIME = new TimeType();

    private TimeType() {}

    @Override
    public int oid() {
        return 1083;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String source = text.toString();
        try {
            return DateTimes.round(
                    DateTimeParser.parseTime(source, session).time.timeOfDay(), typmod);
        } catch (DateTimeFault e) {
            throw e.report(source, "time");
        }
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(DateTimePrinter.time((Long) value));
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return DateTimes.round(checkRange(in.getLong()), typmod);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return 8;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putLong((Long) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getLong();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((LongBuilder) out).appendLong(in.getLong());
    }

    @Override
    public int compare(Object left, Object right) {
        return Long.compare((Long) left, (Long) right);
    }

    @Override
    public int hash(Object value) {
        return Long.hashCode((Long) value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putLong((Long) value ^ Long.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getLong() ^ Long.MIN_VALUE;
    }

    static long checkRange(long micros) {
        if (micros < 0 || micros > DateTimes.MICROS_PER_DAY) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "time out of range");
        }
        return micros;
    }
}
