package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;

/// sum over int2 and int4, an int8.
final class IntegerSumStates implements AggregateStates {
    private final VectorExpression argument;
    private long[] sums = {};
    private final SeenGroups seen = new SeenGroups();

    IntegerSumStates(VectorExpression argument) {
        this.argument = argument;
    }

    @Override
    public void grow(int groups) {
        if (groups > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(groups, sums.length * 2));
            seen.resize(sums.length);
        }
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        Vector column = argument.evaluate(batch, rows);
        Selection present = rows.without(column.nulls());
        int[] values = column instanceof IntVector ints ? ints.values() : null;
        for (int index = 0; index < present.count(); index++) {
            int row = present.row(index);
            int group = groups[row];
            sums[group] += values != null ? values[row] : ((Number) column.get(row)).longValue();
            seen.add(group);
        }
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        IntegerSumStates other = (IntegerSumStates) others;
        for (int group = from; group < to; group++) {
            sums[groups[group - from]] += other.sums[group];
            if (other.seen.has(group)) {
                seen.add(groups[group - from]);
            }
        }
    }

    @Override
    public Vector results(int from, int to) {
        return new LongVector(Arrays.copyOfRange(sums, from, to), seen.nulls(from, to), to - from);
    }

    @Override
    public long bytes() {
        return sums.length * (Long.BYTES + 1L);
    }
}
