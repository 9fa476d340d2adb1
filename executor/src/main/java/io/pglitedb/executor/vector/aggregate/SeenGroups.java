package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.types.vector.Nulls;
import java.util.Arrays;

/// Which groups have had a value: the aggregates of the others are NULL.
final class SeenGroups {
    private boolean[] seen = {};

    /// @param size of the arrays by group
    void resize(int size) {
        seen = Arrays.copyOf(seen, size);
    }

    boolean has(int group) {
        return seen[group];
    }

    void add(int group) {
        seen[group] = true;
    }

    /// The others among the groups from `from` to before `to`; Java null when there are none.
    long[] nulls(int from, int to) {
        long[] nulls = null;
        for (int group = from; group < to; group++) {
            if (!seen[group]) {
                nulls = nulls == null ? new long[Nulls.words(to - from)] : nulls;
                Nulls.set(nulls, group - from);
            }
        }
        return nulls;
    }
}
