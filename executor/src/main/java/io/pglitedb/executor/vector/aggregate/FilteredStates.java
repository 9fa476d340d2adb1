package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// Aggregates the rows for which a condition, that of FILTER, is true.
record FilteredStates(VectorExpression filter, AggregateStates inner) implements AggregateStates {
    @Override
    public void grow(int groups) {
        inner.grow(groups);
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        inner.add(batch, filter.select(batch, rows), groups);
    }

    @Override
    public boolean canMerge() {
        return inner.canMerge();
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        inner.merge(((FilteredStates) others).inner, from, to, groups);
    }

    @Override
    public Vector results(int from, int to) {
        return inner.results(from, to);
    }

    @Override
    public long bytes() {
        return inner.bytes();
    }

    @Override
    public void close() {
        inner.close();
    }
}
