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

    /// Whether `merge` can be asked.
    default boolean canMerge() {
        return false;
    }

    /// Adds the states of groups that others have made, of the same call.
    ///
    /// @param groups where each of the groups from `from` to before `to` belongs here, in this order
    default void merge(AggregateStates others, int from, int to, int[] groups) {
        throw new UnsupportedOperationException();
    }

    /// Of memory held, about.
    long bytes();

    /// Frees what groups hold that are left.
    default void close() {}
}
