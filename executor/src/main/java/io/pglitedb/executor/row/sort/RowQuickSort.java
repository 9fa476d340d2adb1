package io.pglitedb.executor.row.sort;

import java.util.Comparator;

/// Rows in an array.
final class RowQuickSort extends QuickSort {
    private final Object[][] rows;
    private final Comparator<Object[]> order;

    private RowQuickSort(Object[][] rows, Comparator<Object[]> order) {
        this.rows = rows;
        this.order = order;
    }

    static void sort(Object[][] rows, Comparator<Object[]> order) {
        new RowQuickSort(rows, order).sort(0, rows.length);
    }

    @Override
    protected int compare(int a, int b) {
        return order.compare(rows[a], rows[b]);
    }

    @Override
    protected void swap(int a, int b) {
        Object[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }
}
