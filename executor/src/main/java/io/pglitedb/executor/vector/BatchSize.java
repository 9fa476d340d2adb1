package io.pglitedb.executor.vector;

import io.pglitedb.types.vector.Vector;

/// How many rows a source puts into its next batch: few at first, for whoever wants but few.
public final class BatchSize {
    private static final int FIRST = 128;

    private int next = FIRST;

    public int next() {
        int now = next;
        next = Math.min(now * 4, Vector.LENGTH_MAX);
        return now;
    }
}
