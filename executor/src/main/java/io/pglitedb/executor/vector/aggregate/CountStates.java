package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;

/// count(*), or count(argument).
final class CountStates implements AggregateStates {
    /// Null for all rows.
    private final VectorExpression argument;
    private long[] counts = {};

    CountStates(VectorExpression argument) {
        this.argument = argument;
    }

    @Override
    public void grow(int groups) {
        if (groups > counts.length) {
            counts = Arrays.copyOf(counts, Math.max(groups, counts.length * 2));
        }
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        Selection counted = argument == null
                ? rows
                : rows.without(argument.evaluate(batch, rows).nulls());
        for (int index = 0; index < counted.count(); index++) {
            counts[groups[counted.row(index)]]++;
        }
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        CountStates other = (CountStates) others;
        for (int group = from; group < to; group++) {
            counts[groups[group - from]] += other.counts[group];
        }
    }

    @Override
    public Vector results(int from, int to) {
        return new LongVector(Arrays.copyOfRange(counts, from, to), null, to - from);
    }

    @Override
    public long bytes() {
        return (long) counts.length * Long.BYTES;
    }
}
