package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;

/// sum over int2 and int4, an int8.
final class IntegerSumStates implements AggregateStates {
    private final VectorExpression argument;
    private long[] sums = {};
    private boolean[] any = {};

    IntegerSumStates(VectorExpression argument) {
        this.argument = argument;
    }

    @Override
    public void grow(int groups) {
        if (groups > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(groups, sums.length * 2));
            any = Arrays.copyOf(any, sums.length);
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
            any[group] = true;
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
            any[groups[group - from]] |= other.any[group];
        }
    }

    @Override
    public Vector results(int from, int to) {
        VectorBuilder results = VectorBuilder.of(VectorForm.LONG, to - from);
        for (int group = from; group < to; group++) {
            results.append(any[group] ? (Long) sums[group] : null);
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return sums.length * (Long.BYTES + 1L);
    }
}
