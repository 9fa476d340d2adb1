package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.planner.plan.KeyRange;
import io.pglitedb.rowstore.key.IndexKeyCodec;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Turns the values of a [KeyRange] into ranges of key bytes, in the order of the scan.
final class KeyRanges {
    private static final Object[] NO_ROW = {};
    /// Tags of a key column around its values: NULLs stand below or above (see IndexKeyCodec).
    private static final int FIRST_VALUE = 0x01;
    private static final int BEHIND_VALUES = 0x02;

    /// Keys in [low, high); null is the index's end.
    ///
    /// @param point whether `low` is the whole key of the only entry there can be
    record Bytes(byte[] low, byte[] high, boolean point) {}

    private final IndexAccess index;
    private final KeyRange range;
    private final boolean backward;
    private final Evaluator[] equal;
    private final Evaluator any;
    private final Evaluator low;
    private final Evaluator high;
    private final boolean descending;

    KeyRanges(IndexAccess index, KeyRange range, boolean backward, ExpressionCompiler compiler) {
        this.index = index;
        this.range = range;
        this.backward = backward;
        equal = compiler.compileAll(range.equal()).toArray(new Evaluator[0]);
        any = compiler.compileOptional(range.any());
        low = compiler.compileOptional(range.low());
        high = compiler.compileOptional(range.high());
        int column = equal.length + (any == null ? 0 : 1);
        descending = column < index.keyCount()
                && index.definition().keys().get(column).descending();
    }

    /// Empty when a value is NULL.
    List<Bytes> evaluate() {
        Object[] values = new Object[equal.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = equal[i].evaluate(NO_ROW);
            if (values[i] == null) {
                return List.of();
            }
        }
        Object lowValue = low == null ? null : low.evaluate(NO_ROW);
        Object highValue = high == null ? null : high.evaluate(NO_ROW);
        if (low != null && lowValue == null || high != null && highValue == null) {
            return List.of();
        }
        if (any == null) {
            Bytes bytes = bytes(values, lowValue, highValue);
            return bytes == null ? List.of() : List.of(bytes);
        }
        return any.evaluate(NO_ROW) instanceof PgArray array ? each(values, array, lowValue, highValue) : List.of();
    }

    private List<Bytes> each(Object[] values, PgArray array, Object lowValue, Object highValue) {
        ValueType type = index.keyTypes().get(values.length);
        boolean reverse = index.definition().keys().get(values.length).descending() != backward;
        Comparator<Object> order = type::compare;
        List<Object> elements = new ArrayList<>();
        for (Object element : array.elements()) {
            if (element != null) {
                elements.add(element);
            }
        }
        elements.sort(reverse ? order.reversed() : order);
        List<Bytes> ranges = new ArrayList<>(elements.size());
        Object before = null;
        for (Object element : elements) {
            if (before == null || !type.equal(before, element)) {
                Object[] longer = Arrays.copyOf(values, values.length + 1);
                longer[values.length] = element;
                Bytes bytes = bytes(longer, lowValue, highValue);
                if (bytes != null) {
                    ranges.add(bytes);
                }
            }
            before = element;
        }
        return ranges;
    }

    /// Null for an empty range.
    private Bytes bytes(Object[] values, Object lowValue, Object highValue) {
        byte[] prefix = index.prefix(values);
        return switch (range.nullTest()) {
            case IS_NULL -> {
                byte[] nulls = with(prefix, values.length, null);
                yield new Bytes(nulls, StoreKey.successor(nulls), false);
            }
            case IS_NOT_NULL -> between(prefix, values.length, lowValue, highValue);
            case NONE -> {
                if (low != null || high != null) {
                    yield between(prefix, values.length, lowValue, highValue);
                }
                boolean point = values.length == index.keyCount() && index.exact(false);
                yield prefix.length == 0
                        ? new Bytes(null, null, false)
                        : new Bytes(prefix, StoreKey.successor(prefix), point);
            }
        };
    }

    private Bytes between(byte[] prefix, int column, Object lowValue, Object highValue) {
        // In a descending column the greatest value has the smallest bytes.
        Object first = descending ? highValue : lowValue;
        boolean firstInclusive = descending ? range.highInclusive() : range.lowInclusive();
        Object last = descending ? lowValue : highValue;
        boolean lastInclusive = descending ? range.lowInclusive() : range.highInclusive();
        byte[] from;
        if (first == null) {
            from = with(prefix, FIRST_VALUE);
        } else {
            from = with(prefix, column, first);
            from = firstInclusive ? from : StoreKey.successor(from);
        }
        byte[] to;
        if (last == null) {
            to = with(prefix, BEHIND_VALUES);
        } else {
            to = with(prefix, column, last);
            to = lastInclusive ? StoreKey.successor(to) : to;
        }
        return Arrays.compareUnsigned(from, to) < 0 ? new Bytes(from, to, false) : null;
    }

    private byte[] with(byte[] prefix, int column, Object value) {
        IndexKeyCodec codec = index.codec();
        ByteWriter key = new ByteWriter(prefix.length + 16);
        key.putBytes(prefix);
        codec.putColumn(column, value, key);
        return key.toByteArray();
    }

    private static byte[] with(byte[] prefix, int tag) {
        byte[] key = Arrays.copyOf(prefix, prefix.length + 1);
        key[prefix.length] = (byte) tag;
        return key;
    }
}
