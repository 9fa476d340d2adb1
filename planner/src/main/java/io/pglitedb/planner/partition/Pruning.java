package io.pglitedb.planner.partition;

import io.pglitedb.planner.partition.KeyCondition.Compare;
import io.pglitedb.planner.partition.KeyCondition.Comparison;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.planner.query.PartitionBound.Datum;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which partitions of one level may hold rows that satisfy a condition. Never leaves one out that may.
final class Pruning {
    /// What values are known to be.
    interface Values {
        /// Whether the value is known by now.
        boolean knows(Expr expression);

        /// Null for NULL.
        Object value(Expr expression);
    }

    private final Partitions partitions;
    private final Values values;
    private final int width;
    private final int defaultIndex;

    Pruning(Partitions partitions, Values values) {
        this.partitions = partitions;
        this.values = values;
        this.width = partitions.key().columns().size();
        this.defaultIndex =
                partitions.defaultPartition() == null ? -1 : partitions.all().size() - 1;
    }

    /// Indexes into `Partitions.all()`.
    BitSet remaining(KeyCondition condition) {
        return switch (condition) {
            case KeyCondition.Unknown _ -> all();
            case KeyCondition.And(List<KeyCondition> parts) -> and(parts);
            case KeyCondition.Or(List<KeyCondition> parts) -> {
                BitSet any = new BitSet();
                parts.forEach(part -> any.or(remaining(part)));
                yield any;
            }
            case KeyCondition.Compare _, KeyCondition.IsNull _ -> and(List.of(condition));
            case KeyCondition.Among among -> among(among);
        };
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, partitions.all().size());
        return all;
    }

    private BitSet among(KeyCondition.Among among) {
        if (!values.knows(among.array())) {
            return all();
        }
        BitSet any = new BitSet();
        if (values.value(among.array()) instanceof PgArray array) {
            for (Object element : array.elements()) {
                Compare one = new Compare(among.column(), Comparison.EQUAL, among.array(), among.order());
                any.or(matching(new Fixed(List.of(new Known(one, element)), List.of(), List.of())));
            }
        }
        return any;
    }

    /// A comparison and the value of its other side.
    private record Known(Compare condition, Object value) {
        int column() {
            return condition.column();
        }

        Comparison comparison() {
            return condition.comparison();
        }

        /// The sign of `key - value`.
        int order(Object key) {
            return condition.order().compare(key, value);
        }
    }

    /// What is known to hold all at once.
    private record Fixed(List<Known> comparisons, List<Integer> nulls, List<Integer> notNulls) {}

    private BitSet and(List<KeyCondition> parts) {
        List<Known> comparisons = new ArrayList<>();
        List<Integer> nulls = new ArrayList<>();
        List<Integer> notNulls = new ArrayList<>();
        BitSet left = all();
        for (KeyCondition part : flattened(parts)) {
            switch (part) {
                case KeyCondition.Compare compare -> {
                    if (values.knows(compare.value())) {
                        comparisons.add(new Known(compare, values.value(compare.value())));
                    }
                }
                case KeyCondition.IsNull(int column, boolean isNull) -> (isNull ? nulls : notNulls).add(column);
                default -> left.and(remaining(part));
            }
        }
        if (!comparisons.isEmpty() || !nulls.isEmpty() || !notNulls.isEmpty()) {
            left.and(matching(new Fixed(comparisons, nulls, notNulls)));
        }
        return left;
    }

    private static List<KeyCondition> flattened(List<KeyCondition> parts) {
        List<KeyCondition> flat = new ArrayList<>();
        for (KeyCondition part : parts) {
            if (part instanceof KeyCondition.And(List<KeyCondition> inner)) {
                flat.addAll(flattened(inner));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    private BitSet matching(Fixed fixed) {
        for (Known known : fixed.comparisons) {
            // Operators of a family are strict: nothing compares with NULL, and a NULL with nothing.
            if (known.value == null || fixed.nulls.contains(known.column())) {
                return new BitSet();
            }
        }
        if (fixed.nulls.stream().anyMatch(fixed.notNulls::contains)) {
            return new BitSet();
        }
        return switch (partitions.key().strategy()) {
            case 'h' -> hashed(fixed);
            case 'l' -> listed(fixed);
            default -> ranged(fixed);
        };
    }

    private BitSet hashed(Fixed fixed) {
        Object[] key = new Object[width];
        for (int column = 0; column < width; column++) {
            Known known = equal(fixed, column);
            if (known == null && !fixed.nulls.contains(column)) {
                return all();
            }
            key[column] = known == null ? null : known.value;
        }
        return only(partitions.hashed(partitions.key().hash(key)));
    }

    private BitSet only(Partition partition) {
        BitSet one = new BitSet();
        if (partition != null) {
            one.set(partitions.all().indexOf(partition));
        }
        return one;
    }

    /// The first equality for the column, null for none.
    private static Known equal(Fixed fixed, int column) {
        for (Known known : fixed.comparisons) {
            if (known.column() == column && known.comparison() == Comparison.EQUAL) {
                return known;
            }
        }
        return null;
    }

    private BitSet listed(Fixed fixed) {
        if (!fixed.nulls.isEmpty()) {
            Partition nulls = partitions.listed(null);
            return only(nulls == null ? partitions.defaultPartition() : nulls);
        }
        BitSet found = new BitSet();
        boolean exactlyListed = false;
        for (int index = 0; index < partitions.all().size(); index++) {
            if (partitions.all().get(index).bound() instanceof PartitionBound.Values listed) {
                for (Expr constant : listed.values()) {
                    Object value = Bounds.value(constant);
                    if (value != null && fixed.comparisons.stream().allMatch(known -> holds(known, value))) {
                        found.set(index);
                    }
                }
            }
        }
        if (equal(fixed, 0) != null) {
            exactlyListed = !found.isEmpty() || contradicts(fixed);
        }
        if (defaultIndex >= 0 && !exactlyListed) {
            found.set(defaultIndex);
        }
        return found;
    }

    /// Whether a listed value equals the one asked for, and fails another comparison.
    private boolean contradicts(Fixed fixed) {
        Known equal = equal(fixed, 0);
        for (Partition partition : partitions.all()) {
            if (partition.bound() instanceof PartitionBound.Values listed) {
                for (Expr constant : listed.values()) {
                    Object value = Bounds.value(constant);
                    if (value != null && holds(equal, value)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean holds(Known known, Object value) {
        int order = known.order(value);
        return switch (known.comparison()) {
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case EQUAL -> order == 0;
            case GREATER_EQUAL -> order >= 0;
            case GREATER -> order > 0;
            case NOT_EQUAL -> order != 0;
        };
    }

    private BitSet ranged(Fixed fixed) {
        if (!fixed.nulls.isEmpty()) {
            return only(partitions.defaultPartition());
        }
        List<Known> prefix = new ArrayList<>();
        while (prefix.size() < width && equal(fixed, prefix.size()) != null) {
            prefix.add(equal(fixed, prefix.size()));
        }
        List<Known> rest = fixed.comparisons.stream()
                .filter(known -> known.column() == prefix.size())
                .toList();
        BitSet found = new BitSet();
        boolean covered = false;
        List<Datum> reached = null;
        int ranges = partitions.all().size() - (defaultIndex >= 0 ? 1 : 0);
        for (int index = 0; index < ranges; index++) {
            PartitionBound.Range range = partitions.range(index);
            if (reaches(range.upper(), prefix, rest) && startsBefore(range.lower(), prefix, rest)) {
                boolean gap = reached == null
                        ? !coversStart(range.lower(), prefix, rest)
                        : partitions.bounds().compare(reached, range.lower()) != 0;
                covered = reached == null ? !gap : covered && !gap;
                reached = range.upper();
                found.set(index);
            }
        }
        covered &= reached != null && coversEnd(reached, prefix, rest) && comparesAll(prefix, rest);
        if (defaultIndex >= 0 && !covered) {
            found.set(defaultIndex);
        }
        return found;
    }

    /// Whether every column of the key is compared: rows with NULL there are out of question.
    private boolean comparesAll(List<Known> prefix, List<Known> rest) {
        return prefix.size() == width
                || prefix.size() == width - 1 && rest.stream().anyMatch(known -> known.column() == prefix.size());
    }

    /// The sign of `end - prefix`, looking at the prefix's columns only.
    private static int order(List<Datum> end, List<Known> prefix) {
        for (int column = 0; column < prefix.size(); column++) {
            int order = order(end.get(column), prefix.get(column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int order(Datum end, Known known) {
        return switch (end.kind()) {
            case MINVALUE -> -1;
            case MAXVALUE -> 1;
            case VALUE -> known.order(Bounds.value(end.value()));
        };
    }

    /// Whether keys less than the end may satisfy everything.
    private boolean reaches(List<Datum> upper, List<Known> prefix, List<Known> rest) {
        int order = order(upper, prefix);
        if (order != 0) {
            return order > 0;
        }
        if (prefix.size() == width || upper.get(prefix.size()).kind() == PartitionBound.Kind.MINVALUE) {
            return false;
        }
        Datum end = upper.get(prefix.size());
        boolean more = prefix.size() + 1 < width && upper.get(prefix.size() + 1).kind() != PartitionBound.Kind.MINVALUE;
        for (Known known : rest) {
            int here = order(end, known);
            boolean possible = switch (known.comparison()) {
                case GREATER -> here > 0;
                case GREATER_EQUAL -> here > 0 || here == 0 && more;
                case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> true;
            };
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    /// Whether keys from the start on may satisfy everything.
    private boolean startsBefore(List<Datum> lower, List<Known> prefix, List<Known> rest) {
        int order = order(lower, prefix);
        if (order != 0) {
            return order < 0;
        }
        if (prefix.size() == width) {
            return true;
        }
        Datum start = lower.get(prefix.size());
        if (start.kind() == PartitionBound.Kind.MAXVALUE) {
            return false;
        }
        for (Known known : rest) {
            int here = order(start, known);
            boolean possible = switch (known.comparison()) {
                case LESS -> here < 0;
                case LESS_EQUAL -> here <= 0;
                case GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> true;
            };
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    /// Whether no key before the start satisfies everything.
    private boolean coversStart(List<Datum> lower, List<Known> prefix, List<Known> rest) {
        int order = order(lower, prefix);
        if (order != 0 || prefix.size() == width) {
            return order <= 0;
        }
        Datum start = lower.get(prefix.size());
        return start.kind() == PartitionBound.Kind.MINVALUE
                || rest.stream()
                        .anyMatch(known -> known.column() == prefix.size()
                                && switch (known.comparison()) {
                                    case GREATER_EQUAL ->
                                        order(start, known) < 0
                                                || order(start, known) == 0 && infinite(lower, prefix.size() + 1);
                                    case GREATER -> order(start, known) <= 0;
                                    case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> false;
                                });
    }

    /// Whether nothing in the columns from there on keeps a key from being above a start.
    private boolean infinite(List<Datum> lower, int column) {
        return column == width || lower.get(column).kind() == PartitionBound.Kind.MINVALUE;
    }

    /// Whether no key from the end on satisfies everything.
    private boolean coversEnd(List<Datum> upper, List<Known> prefix, List<Known> rest) {
        int order = order(upper, prefix);
        if (order != 0 || prefix.size() == width) {
            return order > 0;
        }
        Datum end = upper.get(prefix.size());
        return end.kind() == PartitionBound.Kind.MAXVALUE
                || rest.stream()
                        .anyMatch(known -> known.column() == prefix.size()
                                && switch (known.comparison()) {
                                    case LESS ->
                                        order(end, known) > 0
                                                || order(end, known) == 0
                                                        && (prefix.size() + 1 == width
                                                                || upper.get(prefix.size() + 1)
                                                                                .kind()
                                                                        == PartitionBound.Kind.MINVALUE);
                                    case LESS_EQUAL ->
                                        order(end, known) > 0
                                                || order(end, known) == 0
                                                        && prefix.size() + 1 < width
                                                        && upper.get(prefix.size() + 1)
                                                                        .kind()
                                                                == PartitionBound.Kind.MAXVALUE;
                                    case GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> false;
                                });
    }
}
