package io.pglitedb.columnstore.read;

import java.util.Arrays;

/// Moves the present values of a page from the front of an array to their rows; NULL rows get zero. From the last
/// row to the first, so that it happens in place.
final class Spread {
    private Spread() {}

    static void ints(int[] values, int present, long[] nulls, int rows) {
        if (nulls == null) {
            return;
        }
        int from = present;
        for (int row = rows - 1; row >= 0; row--) {
            boolean isNull = (nulls[row >> 6] >>> row & 1) != 0;
            values[row] = isNull ? 0 : values[--from];
        }
    }

    static void longs(long[] values, int present, long[] nulls, int rows) {
        if (nulls == null) {
            return;
        }
        int from = present;
        for (int row = rows - 1; row >= 0; row--) {
            boolean isNull = (nulls[row >> 6] >>> row & 1) != 0;
            values[row] = isNull ? 0 : values[--from];
        }
    }

    /// A NULL row's value is empty: its start is that of the next one.
    static void starts(int[] starts, int present, long[] nulls, int rows) {
        if (nulls == null) {
            return;
        }
        Arrays.fill(starts, present + 1, rows + 1, starts[present]);
        int from = present;
        for (int row = rows - 1; row >= 0; row--) {
            boolean isNull = (nulls[row >> 6] >>> row & 1) != 0;
            from -= isNull ? 0 : 1;
            starts[row] = starts[from];
        }
    }
}
