package io.pglitedb.types.range;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRange;
import io.pglitedb.types.value.Utf8;
import java.util.Comparator;
import java.util.Optional;

/// A range type.
///
/// ```
///   flags    01 empty | 02 lower inclusive | 04 upper inclusive | 08 no lower bound | 10 no upper bound
///   stored   flags | length varint, stored lower | stored upper, each when there is one
///   sent     flags | length int32, sent lower | length int32, sent upper
///   key      00 empty | 01 lower upper       lower: 00 none | 01 key, 00 inclusive or 01
///                                            upper: 02 none | 01 key, 01 inclusive or 00
/// ```
public final class RangeValueType implements ValueType {
    private static final int EMPTY = 0x01;
    private static final int LOWER_INCLUSIVE = 0x02;
    private static final int UPPER_INCLUSIVE = 0x04;
    private static final int NO_LOWER = 0x08;
    private static final int NO_UPPER = 0x10;

    private final int oid;
    private final ValueType subtype;
    private final Comparator<Object> order;
    private final Optional<Discrete> discrete;

    /// @param order of the subtype, by the range type's operator class
    /// @param discrete when the range type has a canonical form
    public RangeValueType(int oid, ValueType subtype, Comparator<Object> order, Optional<Discrete> discrete) {
        this.oid = oid;
        this.subtype = subtype;
        this.order = order;
        this.discrete = discrete;
    }

    static RangeValueType continuous(int oid, ValueType subtype) {
        return new RangeValueType(oid, subtype, subtype::compare, Optional.empty());
    }

    static RangeValueType discrete(int oid, ValueType subtype, Discrete steps) {
        return new RangeValueType(oid, subtype, subtype::compare, Optional.of(steps));
    }

    ValueType subtype() {
        return subtype;
    }

    boolean isDiscrete() {
        return discrete.isPresent();
    }

    int compareValues(Object left, Object right) {
        return order.compare(left, right);
    }

    Bound lower(PgRange range) {
        return new Bound(range.lower(), range.lowerInclusive(), true);
    }

    Bound upper(PgRange range) {
        return new Bound(range.upper(), range.upperInclusive(), false);
    }

    /// By value alone; an end without a value lies beyond all values.
    int compareBoundValues(Bound left, Bound right) {
        if (left.isInfinite() || right.isInfinite()) {
            int a = !left.isInfinite() ? 0 : left.lower() ? -1 : 1;
            int b = !right.isInfinite() ? 0 : right.lower() ? -1 : 1;
            return Integer.compare(a, b);
        }
        return order.compare(left.value(), right.value());
    }

    /// Exclusive ends lie inside of inclusive ones.
    int compareBounds(Bound left, Bound right) {
        int byValue = compareBoundValues(left, right);
        if (byValue != 0 || left.isInfinite()) {
            return byValue;
        }
        int a = left.inclusive() ? 0 : left.lower() ? 1 : -1;
        int b = right.inclusive() ? 0 : right.lower() ? 1 : -1;
        return Integer.compare(a, b);
    }

    PgRange empty() {
        return PgRange.empty(oid);
    }

    /// In canonical form. 22000 when the ends are in the wrong order.
    PgRange make(Bound lower, Bound upper) {
        PgRange range = raw(lower, upper);
        if (discrete.isEmpty() || range.empty()) {
            return range;
        }
        Discrete steps = discrete.get();
        boolean lowerMoves = range.hasLower() && !range.lowerInclusive();
        boolean upperMoves = range.hasUpper() && range.upperInclusive();
        if (!lowerMoves && !upperMoves) {
            return range;
        }
        Object first = lowerMoves ? steps.next(range.lower()) : range.lower();
        Object end = upperMoves ? steps.next(range.upper()) : range.upper();
        // An infinite date has no successor and stays as it was given.
        boolean lowerStays = lowerMoves && first.equals(range.lower());
        boolean upperStays = upperMoves && end.equals(range.upper());
        return raw(new Bound(first, !lowerStays, true), new Bound(end, upperStays, false));
    }

    private PgRange raw(Bound lower, Bound upper) {
        int order = compareBoundValues(lower, upper);
        if (order > 0) {
            throw new PgException(
                    SqlState.DATA_EXCEPTION, "range lower bound must be less than or equal to range upper bound");
        }
        return order == 0 && !(lower.inclusive() && upper.inclusive())
                ? empty()
                : new PgRange(oid, false, lower.value(), upper.value(), lower.inclusive(), upper.inclusive());
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return PgRange.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        RangeText.Parts parts = RangeText.parse(text);
        if (parts.empty()) {
            return empty();
        }
        Object lower = parts.lower() == null ? null : subtype.parse(parts.lower(), typmod, session);
        Object upper = parts.upper() == null ? null : subtype.parse(parts.upper(), typmod, session);
        return make(new Bound(lower, parts.lowerInclusive(), true), new Bound(upper, parts.upperInclusive(), false));
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        PgRange range = (PgRange) value;
        if (range.empty()) {
            out.putAscii("empty");
            return;
        }
        out.putByte(range.lowerInclusive() ? '[' : '(');
        if (range.hasLower()) {
            RangeText.putBound(subtype.toUtf8(range.lower(), session), out);
        }
        out.putByte(',');
        if (range.hasUpper()) {
            RangeText.putBound(subtype.toUtf8(range.upper(), session), out);
        }
        out.putByte(range.upperInclusive() ? ']' : ')');
    }

    static int flags(PgRange range) {
        if (range.empty()) {
            return EMPTY;
        }
        return (range.lowerInclusive() ? LOWER_INCLUSIVE : 0)
                | (range.upperInclusive() ? UPPER_INCLUSIVE : 0)
                | (range.hasLower() ? 0 : NO_LOWER)
                | (range.hasUpper() ? 0 : NO_UPPER);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int flags = in.getUnsignedByte();
        if ((flags & EMPTY) != 0) {
            return empty();
        }
        Object lower = (flags & NO_LOWER) != 0 ? null : receiveBound(in, typmod, session);
        Object upper = (flags & NO_UPPER) != 0 ? null : receiveBound(in, typmod, session);
        return make(
                new Bound(lower, (flags & LOWER_INCLUSIVE) != 0, true),
                new Bound(upper, (flags & UPPER_INCLUSIVE) != 0, false));
    }

    private Object receiveBound(ByteReader in, int typmod, SessionContext session) {
        return subtype.receive(new ByteReader(in.getBytes(in.getInt())), typmod, session);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        PgRange range = (PgRange) value;
        out.putByte(flags(range));
        if (range.hasLower()) {
            sendBound(range.lower(), session, out);
        }
        if (range.hasUpper()) {
            sendBound(range.upper(), session, out);
        }
    }

    private void sendBound(Object bound, SessionContext session, ByteWriter out) {
        int start = out.size();
        out.putInt(0);
        subtype.send(bound, session, out);
        out.setInt(start, out.size() - start - 4);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        PgRange range = (PgRange) value;
        out.putByte(flags(range));
        if (range.hasLower()) {
            storeBound(range.lower(), out);
        }
        if (range.hasUpper()) {
            storeBound(range.upper(), out);
        }
    }

    private void storeBound(Object bound, ByteWriter out) {
        ByteWriter stored = new ByteWriter();
        subtype.store(bound, stored);
        out.putVarInt(stored.size()).putBytes(stored.toByteArray());
    }

    @Override
    public Object load(ByteReader in) {
        int flags = in.getUnsignedByte();
        if ((flags & EMPTY) != 0) {
            return empty();
        }
        Object lower = (flags & NO_LOWER) != 0 ? null : loadBound(in);
        Object upper = (flags & NO_UPPER) != 0 ? null : loadBound(in);
        return new PgRange(oid, false, lower, upper, (flags & LOWER_INCLUSIVE) != 0, (flags & UPPER_INCLUSIVE) != 0);
    }

    private Object loadBound(ByteReader in) {
        return subtype.load(new ByteReader(in.getBytes(in.getVarInt())));
    }

    /// Empty ranges first, then by lower, then by upper end.
    @Override
    public int compare(Object left, Object right) {
        PgRange a = (PgRange) left;
        PgRange b = (PgRange) right;
        if (a.empty() || b.empty()) {
            return Boolean.compare(b.empty(), a.empty());
        }
        int byLower = compareBounds(lower(a), lower(b));
        return byLower != 0 ? byLower : compareBounds(upper(a), upper(b));
    }

    @Override
    public int hash(Object value) {
        PgRange range = (PgRange) value;
        int lower = range.hasLower() ? subtype.hash(range.lower()) : 0;
        int upper = range.hasUpper() ? subtype.hash(range.upper()) : 0;
        return (flags(range) * 31 + lower) * 31 + upper;
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        PgRange range = (PgRange) value;
        if (range.empty()) {
            key.putByte(0);
            return;
        }
        key.putByte(1);
        if (range.hasLower()) {
            key.putByte(1);
            subtype.putKey(range.lower(), key);
            key.putByte(range.lowerInclusive() ? 0 : 1);
        } else {
            key.putByte(0);
        }
        if (range.hasUpper()) {
            key.putByte(1);
            subtype.putKey(range.upper(), key);
            key.putByte(range.upperInclusive() ? 1 : 0);
        } else {
            key.putByte(2);
        }
    }

    @Override
    public Object takeKey(ByteReader key) {
        if (key.getByte() == 0) {
            return empty();
        }
        boolean hasLower = key.getByte() == 1;
        Object lower = hasLower ? subtype.takeKey(key) : null;
        boolean lowerInclusive = hasLower && key.getByte() == 0;
        boolean hasUpper = key.getByte() == 1;
        Object upper = hasUpper ? subtype.takeKey(key) : null;
        boolean upperInclusive = hasUpper && key.getByte() == 1;
        return new PgRange(oid, false, lower, upper, lowerInclusive, upperInclusive);
    }

    @Override
    public boolean keyKeepsValue() {
        return subtype.keyKeepsValue();
    }
}
