package io.pglitedb.executor.row.window;

/// The frame of one row: rows of its partition from `start` to before `end`, without two ranges that EXCLUDE
/// takes out, in order.
final class Frame {
    int start;
    int end;
    private int excludedStart;
    private int excludedEnd;
    private int otherStart;
    private int otherEnd;

    void set(int newStart, int newEnd) {
        start = newStart;
        end = Math.max(newStart, newEnd);
        exclude(0, 0, 0, 0);
    }

    /// Two ranges, each from its start to before its end; the first stands before the second.
    void exclude(int firstStart, int firstEnd, int secondStart, int secondEnd) {
        excludedStart = firstStart;
        excludedEnd = firstEnd;
        otherStart = secondStart;
        otherEnd = secondEnd;
    }

    /// The first row of the frame at or behind a row; `end` when there is none.
    int next(int row) {
        int at = Math.max(row, start);
        if (at >= excludedStart && at < excludedEnd) {
            at = excludedEnd;
        }
        if (at >= otherStart && at < otherEnd) {
            at = otherEnd;
        }
        return Math.min(at, end);
    }

    /// The last row, -1 for an empty frame.
    int last() {
        int at = end - 1;
        if (at >= otherStart && at < otherEnd) {
            at = otherStart - 1;
        }
        if (at >= excludedStart && at < excludedEnd) {
            at = excludedStart - 1;
        }
        return at >= start ? at : -1;
    }

    /// The row with that number in the frame, from 1; -1 when there are fewer.
    int nth(int number) {
        int at = next(start);
        for (int i = 1; i < number && at < end; i++) {
            at = next(at + 1);
        }
        return at < end ? at : -1;
    }
}
