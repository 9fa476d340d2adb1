package io.pglitedb.executor.row.sort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The first few rows of an order, without sorting the others. Stable: of equal rows the earlier ones stay.
final class TopRows {
    private record Numbered(Object[] row, long number) {}

    private final int rowsMax;
    private final Comparator<Numbered> order;
    /// The last row of the order on top.
    private final PriorityQueue<Numbered> kept;
    private long added;

    TopRows(Comparator<Object[]> order, int rowsMax) {
        this.rowsMax = rowsMax;
        this.order = (a, b) -> {
            int compared = order.compare(a.row, b.row);
            return compared != 0 ? compared : Long.compare(a.number, b.number);
        };
        kept = new PriorityQueue<>(Math.max(1, Math.min(rowsMax, 1024)), this.order.reversed());
    }

    void add(Object[] row) {
        Numbered next = new Numbered(row, added++);
        if (kept.size() < rowsMax) {
            kept.add(next);
        } else if (rowsMax > 0 && order.compare(next, kept.peek()) < 0) {
            kept.poll();
            kept.add(next);
        }
    }

    List<Object[]> sorted() {
        List<Numbered> all = new ArrayList<>(kept);
        all.sort(order);
        return all.stream().map(Numbered::row).toList();
    }
}
