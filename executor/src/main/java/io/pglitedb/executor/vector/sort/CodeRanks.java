package io.pglitedb.executor.vector.sort;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;

/// Few distinct codes by their ranks, which take fewer bits: states, flags, modes of shipping.
final class CodeRanks {
    private static final int DISTINCT_MAX = 1024;

    private CodeRanks() {}

    /// Replaces codes by ranks from 1 when they are few; FIRST and LAST stay.
    static void replace(long[] codes) {
        LongOpenHashSet distinct = new LongOpenHashSet(DISTINCT_MAX);
        long known = codes.length == 0 ? 0 : codes[0];
        distinct.add(known);
        for (long code : codes) {
            if (code != known) {
                known = code;
                if (distinct.add(code) && distinct.size() > DISTINCT_MAX) {
                    return;
                }
            }
        }
        long[] sorted = distinct.toLongArray();
        Arrays.sort(sorted);
        for (int row = 0; row < codes.length; row++) {
            long code = codes[row];
            if (code != KeyOrder.FIRST && code != KeyOrder.LAST) {
                codes[row] = Arrays.binarySearch(sorted, code) + 1L;
            }
        }
    }
}
