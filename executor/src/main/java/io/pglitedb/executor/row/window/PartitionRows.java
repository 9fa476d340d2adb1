package io.pglitedb.executor.row.window;

import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.spill.RowBuffer;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/// The rows of one partition, in order, and the groups of peers among them. Rows and groups are counted from 0.
final class PartitionRows implements AutoCloseable {
    private final RowBuffer rows;
    private final Grouping peers;
    /// First row of each group.
    private final IntArrayList groupStarts = new IntArrayList();
    private Object[] last;
    /// Group of the row that was asked for last.
    private int group;

    PartitionRows(RowBuffer rows, Grouping peers) {
        this.rows = rows;
        this.peers = peers;
    }

    void add(Object[] row) {
        if (last == null || !peers.same(last, row)) {
            groupStarts.add(rows.size());
        }
        last = row;
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    Object[] row(int index) {
        return rows.get(index);
    }

    int groupCount() {
        return groupStarts.size();
    }

    /// Cheap when rows are asked for in order.
    int groupOf(int row) {
        if (group >= groupStarts.size() || groupStarts.getInt(group) > row) {
            group = 0;
        }
        while (groupEnd(group) <= row) {
            group++;
        }
        return group;
    }

    int groupStart(int number) {
        return groupStarts.getInt(number);
    }

    /// The row behind the group.
    int groupEnd(int number) {
        return number + 1 < groupStarts.size() ? groupStarts.getInt(number + 1) : rows.size();
    }

    @Override
    public void close() {
        rows.close();
    }
}
