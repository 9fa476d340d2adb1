package io.pglitedb.types.kernel;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// Calls one function for many rows. Arguments are not NULL in any row selected. An error of the function ends
/// the loop. Made by `LoopGenerator`; stateless.
public abstract class LoopKernel {
    /// Stores the function's value in the slot of each row selected.
    ///
    /// @param results `int[]`, `long[]`, `double[]` or `Object[]`, whichever `LoopKernels.resultArray` makes
    public final void map(CallContext context, Vector[] arguments, Object results, Selection rows) {
        if (rows.dense()) {
            mapAll(context, arguments, results, rows.count());
        } else {
            mapSelected(context, arguments, results, rows.rows(), rows.count());
        }
    }

    /// The rows selected for which the function, which returns boolean, says true.
    public final Selection select(CallContext context, Vector[] arguments, Selection rows) {
        int[] selected = new int[rows.count()];
        int count = rows.dense()
                ? selectAll(context, arguments, selected, rows.count())
                : selectSelected(context, arguments, selected, rows.rows(), rows.count());
        return count == rows.count() ? rows : new Selection(selected, count);
    }

    abstract void mapAll(CallContext context, Vector[] arguments, Object results, int count);

    abstract void mapSelected(CallContext context, Vector[] arguments, Object results, int[] rows, int count);

    int selectAll(CallContext context, Vector[] arguments, int[] selected, int count) {
        throw new IllegalStateException("no predicate");
    }

    int selectSelected(CallContext context, Vector[] arguments, int[] selected, int[] rows, int count) {
        throw new IllegalStateException("no predicate");
    }

    /// Constants as loops hold them.
    static int intOf(Object value) {
        return value instanceof Boolean bool ? bool ? 1 : 0 : ((Number) value).intValue();
    }

    static long longOf(Object value) {
        return (Long) value;
    }

    static double doubleOf(Object value) {
        return ((Number) value).doubleValue();
    }
}
