package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// Where integer keys stand that are found quicker than by the table for any key. The keys themselves are in the
/// table's columns, which are bound to the batch at hand.
sealed interface IntegerPlaces permits DirectKeys, PackedKeys {
    /// Number of keys.
    int size();

    /// Of memory held beside the columns.
    long bytes();

    /// The same keys for another thread to find.
    IntegerPlaces reader(KeyColumn[] columns);

    /// Makes places for the keys of rows; false when they do not fit in here: then nothing has changed.
    boolean reserve(Selection rows);

    /// After `reserve`: numbers of the rows' keys, new ones too.
    void add(Selection rows, int[] numbers);

    void find(Selection rows, int[] numbers);

    /// The rows whose value is a key; null where the columns have to be bound to tell.
    Selection select(Vector[] keys, Selection rows);
}
