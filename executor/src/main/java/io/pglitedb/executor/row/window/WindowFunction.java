package io.pglitedb.executor.row.window;

/// One call over a partition.
interface WindowFunction {
    void start(PartitionRows partition);

    /// @param row rows are asked for in order, each once
    /// @param frame of the row
    Object value(int row, Frame frame);
}
