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

/// µs since 2000-01-01 00:00 UTC; Long.MIN_VALUE and MAX_VALUE are the infinities.
public final class TimestampTzType implements ValueType {
    public static final TimestampTzType TIMESTAMPTZ = new TimestampTzType();

    private TimestampTzType() {}

    @Override
    public int oid() {
        return 1184;
    }

    @Override
    public Class<?> carrier() {
        return Long.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String source = text.toString();
        try {
            DateTimeParser parsed = DateTimeParser.parse(source, session);
            return switch (parsed.outcome()) {
                case FIELDS -> micros(parsed.time, source, typmod);
                case EPOCH -> -DateTimes.UNIX_TO_EPOCH_DAYS * DateTimes.MICROS_PER_DAY;
                case INFINITY -> Long.MAX_VALUE;
                case MINUS_INFINITY -> Long.MIN_VALUE;
            };
        } catch (DateTimeFault e) {
            throw e.report(source, "timestamp with time zone");
        }
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(DateTimePrinter.timestampTz((Long) value, session));
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return fit(in.getLong(), typmod);
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

    private static long micros(BrokenDownTime time, String source, int typmod) {
        long micros;
        try {
            micros = time.instant();
        } catch (PgException e) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "timestamp out of range: \"" + source + "\"", e);
        }
        return fit(micros, typmod);
    }

    /// Rounded to the precision that the type modifier names.
    static long fit(long micros, int typmod) {
        return DateTimes.isInfinite(micros) ? micros : DateTimes.checkTimestamp(DateTimes.round(micros, typmod));
    }
}
