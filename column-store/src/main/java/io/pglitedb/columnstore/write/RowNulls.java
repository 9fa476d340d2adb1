package io.pglitedb.columnstore.write;

import java.util.BitSet;

/// Which rows of a row group a column has no value for.
final class RowNulls {
    private final BitSet nulls = new BitSet();
    private int rows;

    void addValue() {
        rows++;
    }

    void addNull() {
        nulls.set(rows++);
    }

    int rows() {
        return rows;
    }

    int count(int from, int to) {
        int count = 0;
        for (int row = nulls.nextSetBit(from); row >= 0 && row < to; row = nulls.nextSetBit(row + 1)) {
            count++;
        }
        return count;
    }

    /// Definition levels: 1 where there is a value.
    int[] levels(int from, int to) {
        int[] levels = new int[to - from];
        for (int row = from; row < to; row++) {
            levels[row - from] = nulls.get(row) ? 0 : 1;
        }
        return levels;
    }

    void clear() {
        nulls.clear();
        rows = 0;
    }
}
