package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// Rows of a boolean column by their value.
final class Truth {
    static final Selection NOTHING = Selection.first(0);

    private Truth() {}

    /// The rows that are true.
    static Selection of(Vector booleans, Selection rows) {
        return where(booleans, rows, true);
    }

    /// The rows that are `wanted`, and not NULL.
    static Selection where(Vector booleans, Selection rows, boolean wanted) {
        if (booleans instanceof ConstantVector constant) {
            return constant.value() != null && (Boolean) constant.value() == wanted ? rows : NOTHING;
        }
        Selection present = rows.without(booleans.nulls());
        int[] selected = new int[present.count()];
        int count = 0;
        if (booleans instanceof IntVector ints) {
            int[] values = ints.values();
            int bit = wanted ? 1 : 0;
            for (int index = 0; index < selected.length; index++) {
                int row = present.row(index);
                selected[count] = row;
                count += values[row] == bit ? 1 : 0;
            }
        } else {
            for (int index = 0; index < selected.length; index++) {
                int row = present.row(index);
                selected[count] = row;
                count += (Boolean) booleans.get(row) == wanted ? 1 : 0;
            }
        }
        return count == rows.count() ? rows : new Selection(selected, count);
    }
}
