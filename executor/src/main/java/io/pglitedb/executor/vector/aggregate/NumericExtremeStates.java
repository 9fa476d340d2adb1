package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.numeric.NumericFunctions;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.math.BigDecimal;
import java.util.Arrays;

/// min or max of numerics. Of equal ones with other scales the last one counts, so order matters unless a type
/// modifier says one scale.
final class NumericExtremeStates implements AggregateStates {
    private static final int OBJECT_BYTES = 72;

    private final VectorExpression argument;
    private final boolean greatest;
    private final boolean oneScale;
    /// Null before the first input, and while the extreme is an unscaled long.
    private Numeric[] extremes = {};
    private long[] unscaled = {};
    /// Scale + 1 of a group's unscaled value, 0 for none.
    private byte[] scales = {};

    NumericExtremeStates(VectorExpression argument, boolean greatest, boolean oneScale) {
        this.argument = argument;
        this.greatest = greatest;
        this.oneScale = oneScale;
    }

    @Override
    public void grow(int groups) {
        if (groups > extremes.length) {
            extremes = Arrays.copyOf(extremes, Math.max(groups, extremes.length * 2));
            unscaled = Arrays.copyOf(unscaled, extremes.length);
            scales = Arrays.copyOf(scales, extremes.length);
        }
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        Vector column = argument.evaluate(batch, rows);
        Selection present = rows.without(column.nulls());
        boolean small = column instanceof DecimalVector decimals && decimals.scale() < Byte.MAX_VALUE;
        for (int index = 0; index < present.count(); index++) {
            int row = present.row(index);
            int group = groups[row];
            if (small) {
                addUnscaled(group, (DecimalVector) column, row);
            } else {
                add(group, (Numeric) column.get(row));
            }
        }
    }

    private void addUnscaled(int group, DecimalVector column, int row) {
        long value = column.unscaled()[row];
        boolean first = scales[group] == 0 && extremes[group] == null;
        if (first || scales[group] == column.scale() + 1) {
            if (first || (greatest ? value > unscaled[group] : value < unscaled[group])) {
                unscaled[group] = value;
                scales[group] = (byte) (column.scale() + 1);
            }
            return;
        }
        add(group, (Numeric) column.get(row));
    }

    private void add(int group, Numeric value) {
        Numeric before = extreme(group);
        extremes[group] = before == null
                ? value
                : greatest
                        ? NumericFunctions.numeric_larger(before, value)
                        : NumericFunctions.numeric_smaller(before, value);
        scales[group] = 0;
    }

    private Numeric extreme(int group) {
        return scales[group] == 0
                ? extremes[group]
                : Numeric.of(BigDecimal.valueOf(unscaled[group], scales[group] - 1));
    }

    @Override
    public boolean canMerge() {
        return oneScale;
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        NumericExtremeStates other = (NumericExtremeStates) others;
        for (int group = from; group < to; group++) {
            Numeric extreme = other.extreme(group);
            if (extreme != null) {
                add(groups[group - from], extreme);
            }
        }
    }

    @Override
    public Vector results(int from, int to) {
        VectorBuilder results = VectorBuilder.of(VectorForm.NUMERIC, to - from);
        for (int group = from; group < to; group++) {
            results.append(extreme(group));
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return (long) extremes.length * OBJECT_BYTES;
    }
}
