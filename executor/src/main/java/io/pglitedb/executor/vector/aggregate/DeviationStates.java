package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.Oids;
import io.pglitedb.types.floating.FloatAggregates;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;
import java.util.function.Function;

/// avg, variance and standard deviation of floats: {N, Sx, Sxx} of each group, in the order of the rows.
final class DeviationStates implements AggregateStates {
    private static final int WIDTH = FloatAggregates.STATE_WIDTH;

    private final VectorExpression argument;
    /// From a state as an array to the aggregate's value, null for NULL.
    private final Function<PgArray, Double> finish;
    private double[] states = {};

    DeviationStates(VectorExpression argument, Function<PgArray, Double> finish) {
        this.argument = argument;
        this.finish = finish;
    }

    /// The final function of that name; null when it is none of these.
    static Function<PgArray, Double> finish(String prosrc) {
        return switch (prosrc) {
            case "float8_avg" -> FloatAggregates::average;
            case "float8_var_pop" -> FloatAggregates::populationVariance;
            case "float8_var_samp" -> FloatAggregates::sampleVariance;
            case "float8_stddev_pop" -> FloatAggregates::populationDeviation;
            case "float8_stddev_samp" -> FloatAggregates::sampleDeviation;
            default -> null;
        };
    }

    @Override
    public void grow(int groups) {
        if (groups * WIDTH > states.length) {
            states = Arrays.copyOf(states, Math.max(Math.multiplyExact(groups, WIDTH), states.length * 2));
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
            FloatAggregates.accumulate(states, groups[row] * WIDTH, value);
        }
    }

    @Override
    public Vector results(int from, int to) {
        VectorBuilder results = VectorBuilder.of(VectorForm.DOUBLE, to - from);
        for (int group = from; group < to; group++) {
            int at = group * WIDTH;
            results.append(finish.apply(PgArray.of(Oids.FLOAT8, states[at], states[at + 1], states[at + 2])));
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return (long) states.length * Double.BYTES;
    }
}
