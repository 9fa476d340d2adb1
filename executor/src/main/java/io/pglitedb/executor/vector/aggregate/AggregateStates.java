package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// The states of one aggregate call, of all groups.
interface AggregateStates {
    /// Makes room: groups are numbered from 0.
    void grow(int groups);

    /// Adds rows.
    ///
    /// @param groups of each row selected, by row
    void add(Batch batch, Selection rows, int[] groups);

    /// The aggregate's values; asked once for each group, at the end.
    Vector results(int from, int to);

    /// Of memory held, about.
    long bytes();

    /// Frees what groups hold that are left.
    default void close() {}
}
