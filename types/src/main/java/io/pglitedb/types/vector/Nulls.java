package io.pglitedb.types.vector;

import java.util.Arrays;

/// Null bitmaps: a set bit is NULL, Java null is a bitmap without one.
public final class Nulls {
    private static final long[] ALL = new long[words(Vector.LENGTH_MAX)];

    static {
        Arrays.fill(ALL, -1L);
    }

    private Nulls() {}

    /// Words that the bits of so many rows take.
    public static int words(int rows) {
        return (rows + 63) >> 6;
    }

    public static boolean isNull(long[] nulls, int row) {
        return nulls != null && (nulls[row >> 6] & 1L << row) != 0;
    }

    /// Every row is NULL. Not to be changed.
    static long[] all() {
        return ALL;
    }

    public static void set(long[] nulls, int row) {
        nulls[row >> 6] |= 1L << row;
    }

    /// NULL where either is. Shares an argument when it can.
    public static long[] or(long[] left, long[] right, int rows) {
        if (left == null || right == null || left == right) {
            return left == null ? right : left;
        }
        long[] either = new long[words(rows)];
        for (int word = 0; word < either.length; word++) {
            either[word] = left[word] | right[word];
        }
        return either;
    }

    /// How many of the first rows are NULL.
    public static int count(long[] nulls, int rows) {
        if (nulls == null) {
            return 0;
        }
        int count = 0;
        for (int word = 0; word < rows >> 6; word++) {
            count += Long.bitCount(nulls[word]);
        }
        return (rows & 63) == 0 ? count : count + Long.bitCount(nulls[rows >> 6] & (1L << rows) - 1);
    }
}
