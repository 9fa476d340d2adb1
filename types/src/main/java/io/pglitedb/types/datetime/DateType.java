package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.IntBuilder;
import io.pglitedb.types.vector.VectorBuilder;

/// Days since 2000-01-01; Integer.MIN_VALUE and MAX_VALUE are the infinities.
public final class DateType implements ValueType {
    public static final DateType DATE = new DateType();

    private DateType() {}

    @Override
    public int oid() {
        return 1082;
    }

    @Override
    public Class<?> carrier() {
        return Integer.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        int plain = PlainDate.days(text.array(), text.offset(), text.length());
        if (plain != PlainDate.NONE) {
            return plain;
        }
        String source = text.toString();
        try {
            DateTimeParser parsed = DateTimeParser.parse(source, session);
            return switch (parsed.outcome()) {
                case FIELDS -> days(parsed.time, source);
                case EPOCH -> -DateTimes.UNIX_TO_EPOCH_DAYS;
                case INFINITY -> Integer.MAX_VALUE;
                case MINUS_INFINITY -> Integer.MIN_VALUE;
            };
        } catch (DateTimeFault e) {
            throw e.report(source, "date");
        }
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(DateTimePrinter.date((Integer) value, session));
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int days = in.getInt();
        if (!DateTimes.isInfinite(days) && (days < DateTimes.MIN_DATE || days >= DateTimes.END_DATE)) {
            throw DateTimes.dateOutOfRange();
        }
        return days;
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return 4;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putInt((Integer) value);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getInt();
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((IntBuilder) out).appendInt(in.getInt());
    }

    @Override
    public int compare(Object left, Object right) {
        return Integer.compare((Integer) left, (Integer) right);
    }

    @Override
    public int hash(Object value) {
        return Integer.hashCode((Integer) value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putInt((Integer) value ^ Integer.MIN_VALUE);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getInt() ^ Integer.MIN_VALUE;
    }

    private static int days(BrokenDownTime time, String source) {
        if (!DateTimes.isValidJulian(time.year, time.month)
                || time.days() >= DateTimes.END_DATE
                || time.days() < DateTimes.MIN_DATE) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range: \"" + source + "\"");
        }
        return time.days();
    }
}
