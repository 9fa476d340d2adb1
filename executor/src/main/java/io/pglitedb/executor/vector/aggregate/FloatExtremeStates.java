package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.floating.FloatFunctions;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;

/// min or max of floats, NaN being the greatest. Of 0 and -0 the last one counts, so nothing is merged.
final class FloatExtremeStates implements AggregateStates {
    private final VectorExpression argument;
    private final VectorForm form;
    private final boolean greatest;
    private double[] extremes = {};
    private final SeenGroups seen = new SeenGroups();

    FloatExtremeStates(VectorExpression argument, VectorForm form, boolean greatest) {
        this.argument = argument;
        this.form = form;
        this.greatest = greatest;
    }

    @Override
    public void grow(int groups) {
        if (groups > extremes.length) {
            extremes = Arrays.copyOf(extremes, Math.max(groups, extremes.length * 2));
            seen.resize(extremes.length);
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
            double before = extremes[group];
            extremes[group] = !seen.has(group)
                    ? value
                    : greatest
                            ? FloatFunctions.float8larger(before, value)
                            : FloatFunctions.float8smaller(before, value);
            seen.add(group);
        }
    }

    @Override
    public Vector results(int from, int to) {
        return new DoubleVector(form, Arrays.copyOfRange(extremes, from, to), seen.nulls(from, to), to - from);
    }

    @Override
    public long bytes() {
        return extremes.length * (Double.BYTES + 1L);
    }
}
