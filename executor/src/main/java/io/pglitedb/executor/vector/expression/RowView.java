package io.pglitedb.executor.vector.expression;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.vector.Batch;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.List;

/// Rows of batches as the row engine's evaluators see them, with only the columns that some expressions read.
public final class RowView {
    private final int[] slots;
    private final int width;

    private RowView(int[] slots) {
        this.slots = slots;
        int last = -1;
        for (int slot : slots) {
            last = Math.max(last, slot);
        }
        this.width = last + 1;
    }

    /// For evaluators of those expressions.
    public static RowView of(List<? extends Expr> expressions) {
        IntSet slots = new IntOpenHashSet();
        expressions.forEach(expression -> collect(expression, slots));
        int[] sorted = slots.toIntArray();
        Arrays.sort(sorted);
        return new RowView(sorted);
    }

    private static void collect(Expr expression, IntSet slots) {
        if (expression instanceof Expr.Slot slot) {
            slots.add(slot.index());
        }
        expression.children().forEach(child -> collect(child, slots));
    }

    boolean readsNothing() {
        return slots.length == 0;
    }

    /// A new array: evaluators may keep it.
    public Object[] row(Batch batch, int row) {
        Object[] values = new Object[width];
        for (int slot : slots) {
            values[slot] = batch.column(slot).get(row);
        }
        return values;
    }
}
