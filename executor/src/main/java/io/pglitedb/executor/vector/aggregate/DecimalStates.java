package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.numeric.DecimalSums;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;

/// sum and avg whose result is numeric: over numeric, int8, and avg over smaller integers.
final class DecimalStates implements AggregateStates {
    private final VectorExpression argument;
    private final boolean average;
    private final DecimalSums sums = new DecimalSums();

    DecimalStates(VectorExpression argument, boolean average) {
        this.argument = argument;
        this.average = average;
    }

    @Override
    public void grow(int groups) {
        sums.grow(groups);
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        Vector column = argument.evaluate(batch, rows);
        Selection present = rows.without(column.nulls());
        switch (column) {
            case DecimalVector decimals -> sums.addAll(decimals.unscaled(), decimals.scale(), present, groups);
            case LongVector longs -> sums.addAll(longs.values(), 0, present, groups);
            case IntVector ints -> sums.addAll(ints.values(), present, groups);
            default -> {
                for (int index = 0; index < present.count(); index++) {
                    int row = present.row(index);
                    Object value = column.get(row);
                    sums.add(
                            groups[row],
                            value instanceof Numeric numeric ? numeric : Numeric.of(((Number) value).longValue()));
                }
            }
        }
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        sums.addAll(((DecimalStates) others).sums, from, to, groups);
    }

    @Override
    public Vector results(int from, int to) {
        VectorBuilder results = VectorBuilder.of(VectorForm.NUMERIC, to - from);
        for (int group = from; group < to; group++) {
            results.append(average ? sums.average(group) : sums.sum(group));
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return sums.bytes();
    }
}
