package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;

/// Writes of one transaction in a file, sorted by key, each key once with all its versions (see [Versions]). The
/// file is gone when the run is closed; open cursors may go on.
public interface WriteRun extends AutoCloseable {
    /// The versions of a key; null when the run has none.
    byte[] find(byte[] key);

    /// Keys in [low, high); null is the end of the run.
    KeyCursor cursor(byte[] low, byte[] high, Direction direction);

    /// Keys, at most.
    long keyCount();

    @Override
    void close();
}
