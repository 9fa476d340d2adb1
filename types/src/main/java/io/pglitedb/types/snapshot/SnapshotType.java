package io.pglitedb.types.snapshot;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.TypeNames;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Snapshot;
import io.pglitedb.types.value.Utf8;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// pg_snapshot, txid_snapshot. No order: neither type has an operator class.
///
/// ```
///   stored and sent   count int32 | xmin int64 | xmax int64 | transaction int64…
/// ```
final class SnapshotType implements ValueType {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):((?:[0-9]{1,18}(?:,[0-9]{1,18})*)?)");

    private final int oid;

    SnapshotType(int oid) {
        this.oid = oid;
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return Snapshot.class;
    }

    /// Transactions are ascending; one written twice counts once.
    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        Matcher parts = FORM.matcher(text.toString());
        if (!parts.matches()) {
            throw invalid(text);
        }
        long xmin = Long.parseLong(parts.group(1));
        long xmax = Long.parseLong(parts.group(2));
        long last = 0;
        LongStream.Builder running = LongStream.builder();
        for (String number :
                parts.group(3).isEmpty() ? new String[0] : parts.group(3).split(",")) {
            long transaction = Long.parseLong(number);
            if (transaction < xmin || transaction >= xmax || transaction < last) {
                throw invalid(text);
            }
            if (transaction != last) {
                running.add(transaction);
            }
            last = transaction;
        }
        if (xmin == 0 || xmax < xmin) {
            throw invalid(text);
        }
        return new Snapshot(xmin, xmax, running.build().toArray());
    }

    private static PgException invalid(Utf8 text) {
        return new PgException(
                SqlState.INVALID_TEXT_REPRESENTATION,
                "invalid input syntax for type pg_snapshot: \"%s\"".formatted(text));
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(value.toString());
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int count = in.getInt();
        long xmin = in.getLong();
        long xmax = in.getLong();
        boolean valid = count >= 0 && (long) count * 8 == in.remaining() && xmin > 0 && xmax >= xmin;
        long[] running = new long[valid ? count : 0];
        long last = 0;
        for (int i = 0; i < running.length; i++) {
            running[i] = in.getLong();
            valid &= running[i] > last && running[i] >= xmin && running[i] < xmax;
            last = running[i];
        }
        if (!valid) {
            throw new PgException(SqlState.INVALID_BINARY_REPRESENTATION, "invalid external pg_snapshot data");
        }
        return new Snapshot(xmin, xmax, running);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        Snapshot snapshot = (Snapshot) value;
        out.putInt(snapshot.running().length).putLong(snapshot.xmin()).putLong(snapshot.xmax());
        for (long transaction : snapshot.running()) {
            out.putLong(transaction);
        }
    }

    @Override
    public Object load(ByteReader in) {
        long[] running = new long[in.getInt()];
        long xmin = in.getLong();
        long xmax = in.getLong();
        for (int i = 0; i < running.length; i++) {
            running[i] = in.getLong();
        }
        return new Snapshot(xmin, xmax, running);
    }

    private PgException noOrder() {
        return new PgException(
                SqlState.UNDEFINED_FUNCTION, "could not identify a comparison function for type " + TypeNames.of(oid));
    }

    @Override
    public int compare(Object left, Object right) {
        throw noOrder();
    }

    @Override
    public boolean equal(Object left, Object right) {
        return left.equals(right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        throw noOrder();
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw noOrder();
    }
}
