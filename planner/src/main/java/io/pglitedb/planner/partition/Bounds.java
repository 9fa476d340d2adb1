package io.pglitedb.planner.partition;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.planner.query.PartitionBound.Datum;
import java.util.Comparator;
import java.util.List;

/// The order of bounds under a partition key.
final class Bounds {
    private final PartitionKey key;

    Bounds(PartitionKey key) {
        this.key = key;
    }

    static Object value(Expr constant) {
        return ((Expr.Const) constant).value();
    }

    /// Two ends of ranges.
    int compare(List<Datum> left, List<Datum> right) {
        for (int column = 0; column < left.size(); column++) {
            int order = compare(column, left.get(column), right.get(column));
            if (order != 0) {
                return order;
            }
            if (!left.get(column).isValue()) {
                return 0; // whatever follows an infinite end does not matter
            }
        }
        return 0;
    }

    private int compare(int column, Datum left, Datum right) {
        return left.isValue() && right.isValue()
                ? key.compare(column, value(left.value()), value(right.value()))
                : left.kind().compareTo(right.kind());
    }

    /// An end of a range and the values of a key.
    int compare(List<Datum> end, Object[] values) {
        for (int column = 0; column < values.length; column++) {
            int order = compare(column, end.get(column), values[column]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// Never 0 for an infinite end.
    private int compare(int column, Datum end, Object value) {
        return switch (end.kind()) {
            case MINVALUE -> -1;
            case MAXVALUE -> 1;
            case VALUE -> key.compare(column, value(end.value()), value);
        };
    }

    /// As PostgreSQL keeps partitions: ranges by their lower ends, lists by their smallest values (NULL last),
    /// hashes by modulus and remainder, the default partition last.
    Comparator<Partition> order() {
        return (left, right) -> compare(left.bound(), right.bound());
    }

    private int compare(PartitionBound left, PartitionBound right) {
        boolean leftDefault = left instanceof PartitionBound.Default;
        boolean rightDefault = right instanceof PartitionBound.Default;
        if (leftDefault || rightDefault) {
            return Boolean.compare(leftDefault, rightDefault);
        }
        return switch (left) {
            case PartitionBound.Range range -> compare(range.lower(), ((PartitionBound.Range) right).lower());
            case PartitionBound.Hash hash -> {
                PartitionBound.Hash other = (PartitionBound.Hash) right;
                int order = Integer.compare(hash.modulus(), other.modulus());
                yield order != 0 ? order : Integer.compare(hash.remainder(), other.remainder());
            }
            case PartitionBound.Values values -> {
                Object one = smallest(values);
                Object two = smallest((PartitionBound.Values) right);
                yield one == null || two == null ? Boolean.compare(one == null, two == null) : key.compare(0, one, two);
            }
            case PartitionBound.Default _ -> 0;
        };
    }

    /// Null when NULL is all there is.
    private Object smallest(PartitionBound.Values values) {
        Object smallest = null;
        for (Expr constant : values.values()) {
            Object value = value(constant);
            if (value != null && (smallest == null || key.compare(0, value, smallest) < 0)) {
                smallest = value;
            }
        }
        return smallest;
    }
}
