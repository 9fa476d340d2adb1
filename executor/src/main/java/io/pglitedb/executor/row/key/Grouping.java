package io.pglitedb.executor.row.key;

import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import java.util.List;

/// Which rows are the same in some columns. NULLs are the same.
public final class Grouping {
    private final int[] slots;
    private final ValueEquality[] equalities;

    public Grouping(List<GroupKey> keys, List<PlanColumn> columns, Operators operators) {
        int count = keys.size();
        slots = new int[count];
        equalities = new ValueEquality[count];
        for (int i = 0; i < count; i++) {
            GroupKey key = keys.get(i);
            slots[i] = key.slot();
            equalities[i] = operators.equality(
                    key.equality(), key.collation(), columns.get(key.slot()).type());
        }
    }

    private Grouping(ValueEquality[] equalities) {
        this.slots = new int[equalities.length];
        this.equalities = equalities;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = i;
        }
    }

    /// Over tuples that hold nothing but the values to compare.
    static Grouping ofTuples(ValueEquality[] equalities) {
        return new Grouping(equalities);
    }

    public int size() {
        return slots.length;
    }

    /// Whether two rows are in one group.
    public boolean same(Object[] left, Object[] right) {
        for (int i = 0; i < slots.length; i++) {
            if (!same(i, left[slots[i]], right[slots[i]])) {
                return false;
            }
        }
        return true;
    }

    private boolean same(int key, Object a, Object b) {
        return a == null || b == null ? a == b : equalities[key].equal(a, b);
    }

    /// @param left not null, nor is `right`
    boolean equal(int key, Object left, Object right) {
        return equalities[key].equal(left, right);
    }

    /// The key of a row, for hash tables.
    public Key key(Object[] row) {
        Object[] values = new Object[slots.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[slots[i]];
        }
        return keyOf(values);
    }

    /// The key of values that stand in the keys' order; the array is kept.
    public Key keyOf(Object[] values) {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash = hash * 31 + (values[i] == null ? 0 : equalities[i].hash(values[i]));
        }
        return new Key(this, values, hash * 0x9e3779b9);
    }

    /// Values of the key columns with their hash. Keys of one grouping compare.
    public static final class Key {
        private final Grouping grouping;
        private final Object[] values;
        private final int hash;

        private Key(Grouping grouping, Object[] values, int hash) {
            this.grouping = grouping;
            this.values = values;
            this.hash = hash;
        }

        /// Not to be changed.
        public Object[] values() {
            return values;
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Key that) || hash != that.hash) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                if (!grouping.same(i, values[i], that.values[i])) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
