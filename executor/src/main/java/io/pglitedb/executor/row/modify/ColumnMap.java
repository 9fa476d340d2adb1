package io.pglitedb.executor.row.modify;

import java.util.List;

/// Rows of one table as rows of another that has the same columns elsewhere.
///
/// @param slots for each column of the other table the slot in this one, -1 for none; null when all are the same
record ColumnMap(int[] slots) {
    /// @param numbers numbers in this table of the other's columns, 0 for none
    /// @param width columns of this table
    static ColumnMap of(List<Integer> numbers, int width) {
        boolean same = numbers.size() == width;
        int[] slots = new int[numbers.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = numbers.get(i) - 1;
            same &= slots[i] == i;
        }
        return new ColumnMap(same ? null : slots);
    }

    /// @param row of this table; handed on itself when the tables are alike
    Object[] apply(Object[] row) {
        if (slots == null) {
            return row;
        }
        Object[] other = new Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            other[i] = slots[i] < 0 ? null : row[slots[i]];
        }
        return other;
    }
}
