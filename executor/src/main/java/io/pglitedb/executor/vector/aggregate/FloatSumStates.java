package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.floating.FloatFunctions;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;

/// sum of float8 or float4, in the order of the rows: another order has other last digits, so nothing is merged.
final class FloatSumStates implements AggregateStates {
    private final VectorExpression argument;
    /// Whether sums are rounded to float4.
    private final boolean single;
    private double[] sums = {};
    private final SeenGroups seen = new SeenGroups();

    FloatSumStates(VectorExpression argument, boolean single) {
        this.argument = argument;
        this.single = single;
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
        double[] values = column instanceof DoubleVector doubles ? doubles.values() : null;
        for (int index = 0; index < present.count(); index++) {
            int row = present.row(index);
            double value = values != null ? values[row] : ((Number) column.get(row)).doubleValue();
            int group = groups[row];
            if (!seen.has(group)) {
                seen.add(group);
                sums[group] = value;
            } else if (single) {
                sums[group] = FloatFunctions.float4pl((float) sums[group], (float) value);
            } else {
                sums[group] = FloatFunctions.float8pl(sums[group], value);
            }
        }
    }

    @Override
    public Vector results(int from, int to) {
        return new DoubleVector(
                single ? VectorForm.FLOAT : VectorForm.DOUBLE,
                Arrays.copyOfRange(sums, from, to),
                seen.nulls(from, to),
                to - from);
    }

    @Override
    public long bytes() {
        return sums.length * (Double.BYTES + 1L);
    }
}
