package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.row.aggregate.Accumulator;
import io.pglitedb.executor.row.aggregate.AggregateFunction;
import io.pglitedb.executor.vector.expression.RowView;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;

/// Any aggregate, by the row engine's accumulators: one a group, given one row after the other.
final class AccumulatorStates implements AggregateStates {
    private static final int ACCUMULATOR_BYTES = 96;

    private final AggregateFunction function;
    private final RowView view;
    private final VectorForm form;
    private final List<Accumulator> accumulators = new ArrayList<>();

    AccumulatorStates(AggregateFunction function, RowView view, VectorForm form) {
        this.function = function;
        this.view = view;
        this.form = form;
    }

    @Override
    public void grow(int groups) {
        while (accumulators.size() < groups) {
            accumulators.add(function.start());
        }
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            accumulators.get(groups[row]).add(view.row(batch, row));
        }
    }

    @Override
    public Vector results(int from, int to) {
        VectorBuilder results = VectorBuilder.of(form, to - from);
        for (int group = from; group < to; group++) {
            results.append(accumulators.get(group).result());
            accumulators.get(group).close();
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return (long) accumulators.size() * ACCUMULATOR_BYTES;
    }

    @Override
    public void close() {
        accumulators.forEach(Accumulator::close);
    }
}
