package io.pglitedb.executor.row.sort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The first few rows of an order, without keeping the others: a heap with the last of them on top, once there
/// are twice as many rows as wanted. Which of equal rows stay is as PostgreSQL's bounded heap sort has it.
public final class TopRows {
    private final int rowsMax;
    private final Comparator<Object[]> order;
    /// In the order of arrival, until there are too many; then a heap.
    private final List<Object[]> rows = new ArrayList<>();
    private boolean heaped;
    private int size;

    public TopRows(Comparator<Object[]> order, int rowsMax) {
        this.order = order;
        this.rowsMax = rowsMax;
    }

    public void add(Object[] row) {
        if (rowsMax == 0) {
            return;
        }
        if (heaped) {
            addToHeap(row);
            return;
        }
        rows.add(row);
        if (rows.size() > 2 * rowsMax) {
            makeHeap();
        }
    }

    /// What a row has to come before, to be among them; null while every row is.
    public Object[] last() {
        return heaped ? rows.getFirst() : null;
    }

    /// In heaps the order is reversed: a parent does not come before its children.
    private int compare(Object[] left, Object[] right) {
        return order.compare(right, left);
    }

    private void makeHeap() {
        List<Object[]> all = List.copyOf(rows);
        rows.clear();
        heaped = true;
        for (Object[] row : all) {
            if (size < rowsMax) {
                rows.add(row);
                siftUp(row);
            } else {
                addToHeap(row);
            }
        }
    }

    private void addToHeap(Object[] row) {
        if (compare(row, rows.getFirst()) > 0) {
            replaceTop(row);
        }
    }

    private void siftUp(Object[] row) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (compare(row, rows.get(parent)) >= 0) {
                break;
            }
            rows.set(at, rows.get(parent));
            at = parent;
        }
        rows.set(at, row);
    }

    private void replaceTop(Object[] row) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && compare(rows.get(child), rows.get(child + 1)) > 0) {
                child++;
            }
            if (compare(row, rows.get(child)) <= 0) {
                break;
            }
            rows.set(at, rows.get(child));
            at = child;
        }
        rows.set(at, row);
    }

    /// At most as many as wanted, or all if they are few.
    public List<Object[]> sorted() {
        if (!heaped) {
            Object[][] all = rows.toArray(new Object[0][]);
            RowQuickSort.sort(all, order);
            return List.of(all);
        }
        while (size > 1) {
            Object[] last = rows.getFirst();
            size--;
            replaceTop(rows.get(size));
            rows.set(size, last);
        }
        return rows;
    }
}
