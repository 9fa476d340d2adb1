package io.pglitedb.executor.vector.window;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// percent_rank or cume_dist: known once the partition has ended.
final class DistributionColumn implements WindowColumn {
    private final boolean cumulative;
    private final RunValues values = new RunValues(VectorForm.DOUBLE);
    /// First rows of the partition's groups of peers.
    private final LongArrayList starts = new LongArrayList();
    private long rows;

    DistributionColumn(boolean cumulative) {
        this.cumulative = cumulative;
    }

    @Override
    public void start() {
        values.clear();
        starts.clear();
        rows = 0;
    }

    @Override
    public void feed(Batch batch, byte[] marks) {
        for (int row = 0; row < batch.length(); row++) {
            if (marks[row] == Marks.PARTITION) {
                end();
            }
            if (marks[row] != Marks.NOTHING) {
                starts.add(rows);
            }
            rows++;
        }
    }

    @Override
    public void end() {
        for (int group = 0; group < starts.size(); group++) {
            long from = starts.getLong(group);
            long to = group + 1 < starts.size() ? starts.getLong(group + 1) : rows;
            double value = cumulative ? (double) to / rows : rows <= 1 ? 0.0 : (double) from / (rows - 1);
            values.add(value, to - from);
        }
        starts.clear();
        rows = 0;
    }

    @Override
    public long ready() {
        return values.rowsAdded();
    }

    @Override
    public Vector give(byte[] marks, int length, int from, int to) {
        return values.take(length, from, to);
    }
}
