package io.pglitedb.columnstore.predicate;

import io.pglitedb.columnstore.descriptor.ColumnSummary;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.descriptor.ZoneMap;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.Arrays;
import java.util.List;

/// A predicate over key forms (`ValueType.putKey`), as zone maps have them.
public final class KeyCondition {
    /// An interval of keys; a null bound is open.
    private record Interval(byte[] low, boolean lowIncluded, byte[] high, boolean highIncluded) {
        boolean meets(byte[] zoneLow, byte[] zoneHigh) {
            return above(zoneHigh, low, lowIncluded) && above(high, zoneLow, highIncluded);
        }

        /// Whether something at `high` or below can lie at `low` or above.
        private static boolean above(byte[] high, byte[] low, boolean included) {
            if (high == null || low == null) {
                return true;
            }
            int order = Arrays.compareUnsigned(high, low);
            return included ? order >= 0 : order > 0;
        }
    }

    private final ColumnPredicate predicate;
    /// Type of the values compared; null for IsNull and IsNotNull.
    private final ValueType type;
    private final List<Interval> intervals;
    private final List<Object> equals;

    private KeyCondition(ColumnPredicate predicate, ValueType type, List<Interval> intervals, List<Object> equals) {
        this.predicate = predicate;
        this.type = type;
        this.intervals = intervals;
        this.equals = equals;
    }

    public static KeyCondition of(ColumnPredicate predicate) {
        return switch (predicate) {
            case ColumnPredicate.Compare(int _, ColumnPredicate.Operator operator, ValueType type, Object value) -> {
                byte[] key = key(type, value);
                Interval interval = switch (operator) {
                    case EQUAL -> new Interval(key, true, key, true);
                    case LESS -> new Interval(null, true, key, false);
                    case LESS_OR_EQUAL -> new Interval(null, true, key, true);
                    case GREATER -> new Interval(key, false, null, true);
                    case GREATER_OR_EQUAL -> new Interval(key, true, null, true);
                };
                boolean equal = operator == ColumnPredicate.Operator.EQUAL;
                yield new KeyCondition(predicate, type, List.of(interval), equal ? List.of(value) : List.of());
            }
            case ColumnPredicate.Between(int _, ValueType type, Object low, Object high) ->
                new KeyCondition(
                        predicate, type, List.of(new Interval(key(type, low), true, key(type, high), true)), List.of());
            case ColumnPredicate.In(int _, ValueType type, List<Object> values) ->
                new KeyCondition(
                        predicate,
                        type,
                        values.stream()
                                .map(value -> key(type, value))
                                .map(key -> new Interval(key, true, key, true))
                                .toList(),
                        values);
            case ColumnPredicate.IsNull _, ColumnPredicate.IsNotNull _ ->
                new KeyCondition(predicate, null, List.of(), List.of());
        };
    }

    private static byte[] key(ValueType type, Object value) {
        ByteWriter key = new ByteWriter();
        type.putKey(value, key);
        return key.toByteArray();
    }

    public int fieldId() {
        return predicate.fieldId();
    }

    /// The values one of which the column must be equal to; empty when it is another kind of condition.
    public List<Object> equals() {
        return equals;
    }

    /// Whether keys of a column of that type can be compared with this condition's.
    public boolean appliesTo(int typeOid) {
        return type == null || type.oid() == typeOid;
    }

    /// Whether some of `rowCount` rows may satisfy the condition.
    public boolean mayHold(ZoneMap zone, long rowCount) {
        return switch (predicate) {
            case ColumnPredicate.IsNull _ -> zone.nullCount() > 0;
            case ColumnPredicate.IsNotNull _ -> zone.nullCount() < rowCount;
            case ColumnPredicate.Compare _, ColumnPredicate.Between _, ColumnPredicate.In _ ->
                zone.nullCount() < rowCount && mayHold(zone.low(), zone.high());
        };
    }

    private boolean mayHold(byte[] low, byte[] high) {
        for (Interval interval : intervals) {
            if (interval.meets(low, high)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a segment may hold a row that satisfies all conditions, as far as its descriptor tells.
    public static boolean mayHold(List<KeyCondition> conditions, SegmentDescriptor segment) {
        for (KeyCondition condition : conditions) {
            ColumnSummary column = segment.column(condition.fieldId());
            if (column != null
                    && condition.appliesTo(column.type().oid())
                    && !condition.mayHold(column.whole(), segment.rowCount())) {
                return false;
            }
        }
        return true;
    }

    /// The same for one of its row groups.
    public static boolean mayHold(List<KeyCondition> conditions, SegmentDescriptor segment, int group) {
        for (KeyCondition condition : conditions) {
            ColumnSummary column = segment.column(condition.fieldId());
            if (column != null
                    && condition.appliesTo(column.type().oid())
                    && !condition.mayHold(
                            column.groups().get(group),
                            segment.groups().get(group).rowCount())) {
                return false;
            }
        }
        return true;
    }
}
