package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;

/// min or max of texts by their bytes.
final class TextExtremeStates implements AggregateStates {
    private static final int OBJECT_BYTES = 64;

    private final VectorExpression argument;
    private final boolean greatest;
    private Utf8[] extremes = {};

    TextExtremeStates(VectorExpression argument, boolean greatest) {
        this.argument = argument;
        this.greatest = greatest;
    }

    @Override
    public void grow(int groups) {
        if (groups > extremes.length) {
            extremes = Arrays.copyOf(extremes, Math.max(groups, extremes.length * 2));
        }
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        Vector column = argument.evaluate(batch, rows);
        Selection present = rows.without(column.nulls());
        int[] codes = column instanceof DictionaryVector coded ? coded.codes() : null;
        Vector entries = column instanceof DictionaryVector coded ? coded.dictionary() : column;
        BytesVector texts = entries instanceof BytesVector bytes ? bytes : null;
        for (int index = 0; index < present.count(); index++) {
            int row = present.row(index);
            int group = groups[row];
            if (texts == null) {
                add(group, (Utf8) column.get(row));
            } else {
                int entry = codes == null ? row : codes[row];
                add(group, texts.bytes(), texts.starts()[entry], texts.starts()[entry + 1]);
            }
        }
    }

    private void add(int group, Utf8 text) {
        add(group, text.array(), text.offset(), text.offset() + text.length());
    }

    private void add(int group, byte[] bytes, int from, int to) {
        Utf8 before = extremes[group];
        if (before != null) {
            int start = before.offset();
            int compared = Arrays.compareUnsigned(bytes, from, to, before.array(), start, start + before.length());
            if (greatest ? compared <= 0 : compared >= 0) {
                return;
            }
        }
        extremes[group] = new Utf8(Arrays.copyOfRange(bytes, from, to));
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void merge(AggregateStates others, int from, int to, int[] groups) {
        TextExtremeStates other = (TextExtremeStates) others;
        for (int group = from; group < to; group++) {
            if (other.extremes[group] != null) {
                add(groups[group - from], other.extremes[group]);
            }
        }
    }

    @Override
    public Vector results(int from, int to) {
        VectorBuilder results = VectorBuilder.of(VectorForm.UTF8, to - from);
        for (int group = from; group < to; group++) {
            results.append(extremes[group]);
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return (long) extremes.length * OBJECT_BYTES;
    }
}
