package io.pglitedb.tiering.load;

/// Rows with rowids one behind the other, on their way to a segment.
final class RowBatch implements SegmentThread.Task {
    private static final int ROWS = 1_024;

    final long firstRowid;
    final Object[][] rows = new Object[ROWS][];
    int count;

    RowBatch(long firstRowid) {
        this.firstRowid = firstRowid;
    }

    void add(Object[] row) {
        rows[count++] = row;
    }

    boolean isFull() {
        return count == ROWS;
    }
}
