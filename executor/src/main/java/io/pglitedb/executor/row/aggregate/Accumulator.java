package io.pglitedb.executor.row.aggregate;

/// What one aggregate call has gathered of one group's rows.
public interface Accumulator extends AutoCloseable {
    void add(Object[] row);

    /// The aggregate's value; asked once, at the end.
    Object result();

    /// Frees temporary files of a group that is left.
    @Override
    default void close() {}
}
