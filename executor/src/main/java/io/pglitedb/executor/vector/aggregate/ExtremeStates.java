package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;

/// min or max of values that are ordered as integers, bool_or and bool_and among them.
final class ExtremeStates implements AggregateStates {
    private final VectorExpression argument;
    private final VectorForm form;
    private final boolean greatest;
    private long[] extremes = {};
    private final SeenGroups seen = new SeenGroups();

    ExtremeStates(VectorExpression argument, VectorForm form, boolean greatest) {
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
        int[] ints = column instanceof IntVector vector ? vector.values() : null;
        long[] longs = column instanceof LongVector vector ? vector.values() : null;
        for (int index = 0; index < present.count(); index++) {
            int row = present.row(index);
            long value = ints != null ? ints[row] : longs != null ? longs[row] : longOf(column.get(row));
            add(groups[row], value);
        }
    }

    private static long longOf(Object value) {
        return value instanceof Boolean bool ? bool ? 1 : 0 : ((Number) value).longValue();
    }

    private void add(int group, long value) {
        long before = extremes[group];
        if (!seen.has(group) || (greatest ? value > before : value < before)) {
            extremes[group] = value;
            seen.add(group);
        }
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        ExtremeStates other = (ExtremeStates) others;
        for (int group = from; group < to; group++) {
            if (other.seen.has(group)) {
                add(groups[group - from], other.extremes[group]);
            }
        }
    }

    @Override
    public Vector results(int from, int to) {
        int length = to - from;
        long[] nulls = seen.nulls(from, to);
        long[] values = Arrays.copyOfRange(extremes, from, to);
        if (form == VectorForm.LONG) {
            return new LongVector(values, nulls, length);
        }
        int[] narrow = new int[length];
        for (int i = 0; i < length; i++) {
            narrow[i] = (int) values[i];
        }
        return new IntVector(form, narrow, nulls, length);
    }

    @Override
    public long bytes() {
        return extremes.length * (Long.BYTES + 1L);
    }
}
