package io.pglitedb.executor.row.sort;

/// Sorts in memory, not stably: rows that are equal in the order come out as PostgreSQL's quicksort leaves them,
/// which people see (and tests print) whenever ORDER BY does not decide. Source: Bentley and McIlroy,
/// "Engineering a Sort Function"; PostgreSQL first looks whether a part is in order already.
public abstract class QuickSort {
    private static final int INSERTION_MAX = 6;
    private static final int MEDIAN_MIN = 8;
    private static final int NINTHER_MIN = 41;

    /// The order of the rows that now stand at two places.
    protected abstract int compare(int a, int b);

    protected abstract void swap(int a, int b);

    /// To be called before work that grows with so many rows.
    protected void checkCancellation(int rows) {}

    private void swap(int a, int b, int count) {
        for (int i = 0; i < count; i++) {
            swap(a + i, b + i);
        }
    }

    /// Rows from `first` to before `end`. The larger part is sorted in this call, so that the stack stays
    /// shallow.
    protected final void sort(int first, int end) {
        int from = first;
        int to = end;
        while (to - from > 1 && !sorted(from, to)) {
            checkCancellation(to - from);
            if (to - from <= INSERTION_MAX) {
                insertionSort(from, to);
                return;
            }
            swap(from, pivot(from, to));
            // Rows equal to the pivot gather at both ends: [from, equalLow) and (equalHigh, to).
            int equalLow = from + 1;
            int low = from + 1;
            int high = to - 1;
            int equalHigh = to - 1;
            while (true) {
                for (int sign; low <= high && (sign = compare(low, from)) <= 0; low++) {
                    if (sign == 0) {
                        swap(equalLow++, low);
                    }
                }
                for (int sign; low <= high && (sign = compare(high, from)) >= 0; high--) {
                    if (sign == 0) {
                        swap(high, equalHigh--);
                    }
                }
                if (low > high) {
                    break;
                }
                swap(low++, high--);
            }
            int count = Math.min(equalLow - from, low - equalLow);
            swap(from, low - count, count);
            count = Math.min(equalHigh - high, to - equalHigh - 1);
            swap(low, to - count, count);
            int smaller = low - equalLow;
            int greater = equalHigh - high;
            if (smaller <= greater) {
                sort(from, from + smaller);
                from = to - greater;
            } else {
                sort(to - greater, to);
                to = from + smaller;
            }
        }
    }

    private boolean sorted(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (compare(at - 1, at) > 0) {
                return false;
            }
        }
        return true;
    }

    private void insertionSort(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            for (int at = next; at > from && compare(at - 1, at) > 0; at--) {
                swap(at, at - 1);
            }
        }
    }

    /// The middle; the median of three; of nine in long parts.
    private int pivot(int from, int to) {
        int count = to - from;
        int middle = from + count / 2;
        if (count < MEDIAN_MIN) {
            return middle;
        }
        int low = from;
        int high = to - 1;
        if (count >= NINTHER_MIN) {
            int step = count / 8;
            low = median(low, low + step, low + 2 * step);
            middle = median(middle - step, middle, middle + step);
            high = median(high - 2 * step, high - step, high);
        }
        return median(low, middle, high);
    }

    private int median(int a, int b, int c) {
        if (compare(a, b) < 0) {
            return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a;
        }
        return compare(b, c) > 0 ? b : compare(a, c) < 0 ? a : c;
    }
}
