package io.pglitedb.executor.vector.sort;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// Takes out rows that do not come before a row, key by key as far as codes decide.
final class TopRowFilter {
    private final List<KeyOrder> keys;
    private final List<VectorForm> forms;
    /// Of that row.
    private final long[] bounds;
    private Object[] bound;
    private long[] codes = {};

    /// @param forms of the columns
    TopRowFilter(List<KeyOrder> keys, List<VectorForm> forms) {
        this.keys = keys;
        this.forms = forms;
        this.bounds = new long[keys.size()];
    }

    /// The rows that may come before `last`, in their order.
    Selection before(Object[] last, Batch batch) {
        if (bound != last) {
            bound = last;
            for (int key = 0; key < bounds.length; key++) {
                int slot = keys.get(key).slot();
                ConstantVector value = new ConstantVector(forms.get(slot), last[slot], 1);
                keys.get(key).codes(value, Selection.first(1), bounds, key);
            }
        }
        if (codes.length < batch.length()) {
            codes = new long[batch.length()];
        }
        Selection equal = batch.selection();
        Selection before = Selection.first(0);
        for (int number = 0; number < bounds.length && !equal.isEmpty(); number++) {
            KeyOrder key = keys.get(number);
            long limit = bounds[number];
            key.codes(batch.column(key.slot()), equal, codes, 0);
            int[] less = new int[equal.count()];
            int[] same = new int[equal.count()];
            int lessCount = 0;
            int sameCount = 0;
            for (int index = 0; index < equal.count(); index++) {
                int row = equal.row(index);
                less[lessCount] = row;
                lessCount += codes[row] < limit ? 1 : 0;
                same[sameCount] = row;
                sameCount += codes[row] == limit ? 1 : 0;
            }
            before = before.plus(new Selection(less, lessCount));
            equal = new Selection(same, sameCount);
            if (!key.decides(limit)) {
                return before.plus(equal);
            }
        }
        return before;
    }
}
