package io.pglitedb.types.range;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// A multirange type.
///
/// ```
///   stored   count varint | (length varint, stored range)…
///   sent     count int32 | (length int32, sent range)…
///   key      (01 range key)… 00
/// ```
public final class MultirangeValueType implements ValueType {
    private final int oid;
    private final RangeValueType rangeType;

    public MultirangeValueType(int oid, RangeValueType rangeType) {
        this.oid = oid;
        this.rangeType = rangeType;
    }

    RangeValueType rangeType() {
        return rangeType;
    }

    PgMultirange empty() {
        return new PgMultirange(oid, List.of());
    }

    /// Of ranges in any order: sorted, joined where they touch.
    PgMultirange make(List<PgRange> ranges) {
        List<PgRange> sorted = new ArrayList<>(ranges);
        sorted.removeIf(PgRange::empty);
        sorted.sort(rangeType::compare);
        List<PgRange> joined = new ArrayList<>(sorted.size());
        for (PgRange range : sorted) {
            PgRange last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && (RangeAlgebra.overlaps(rangeType, last, range)
                            || RangeAlgebra.adjacent(rangeType, last, range))) {
                joined.set(joined.size() - 1, RangeAlgebra.merge(rangeType, last, range));
            } else {
                joined.add(range);
            }
        }
        return new PgMultirange(oid, joined);
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return PgMultirange.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        List<PgRange> ranges = new ArrayList<>();
        MultirangeText.forEach(text, range -> ranges.add((PgRange) rangeType.parse(range, typmod, session)));
        return make(ranges);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putByte('{');
        boolean first = true;
        for (PgRange range : ((PgMultirange) value).ranges()) {
            if (!first) {
                out.putByte(',');
            }
            first = false;
            rangeType.print(range, session, out);
        }
        out.putByte('}');
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int count = in.getInt();
        List<PgRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ranges.add((PgRange) rangeType.receive(new ByteReader(in.getBytes(in.getInt())), typmod, session));
        }
        return make(ranges);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        List<PgRange> ranges = ((PgMultirange) value).ranges();
        out.putInt(ranges.size());
        for (PgRange range : ranges) {
            int start = out.size();
            out.putInt(0);
            rangeType.send(range, session, out);
            out.setInt(start, out.size() - start - 4);
        }
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        List<PgRange> ranges = ((PgMultirange) value).ranges();
        out.putVarInt(ranges.size());
        for (PgRange range : ranges) {
            ByteWriter stored = new ByteWriter();
            rangeType.store(range, stored);
            out.putVarInt(stored.size()).putBytes(stored.toByteArray());
        }
    }

    @Override
    public Object load(ByteReader in) {
        int count = in.getVarInt();
        List<PgRange> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ranges.add((PgRange) rangeType.load(new ByteReader(in.getBytes(in.getVarInt()))));
        }
        return new PgMultirange(oid, ranges);
    }

    @Override
    public int compare(Object left, Object right) {
        List<PgRange> a = ((PgMultirange) left).ranges();
        List<PgRange> b = ((PgMultirange) right).ranges();
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = rangeType.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    @Override
    public int hash(Object value) {
        int hash = 1;
        for (PgRange range : ((PgMultirange) value).ranges()) {
            hash = 31 * hash + rangeType.hash(range);
        }
        return hash;
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        for (PgRange range : ((PgMultirange) value).ranges()) {
            key.putByte(1);
            rangeType.putKey(range, key);
        }
        key.putByte(0);
    }

    @Override
    public Object takeKey(ByteReader key) {
        List<PgRange> ranges = new ArrayList<>();
        while (key.getByte() == 1) {
            ranges.add((PgRange) rangeType.takeKey(key));
        }
        return new PgMultirange(oid, ranges);
    }

    @Override
    public boolean keyKeepsValue() {
        return rangeType.keyKeepsValue();
    }
}
