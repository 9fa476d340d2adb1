package io.pglitedb.executor.vector.window;

import io.pglitedb.types.vector.Batch;

/// A value over the rows of a partition from its first one on.
interface RunningValue {
    /// A partition begins.
    void restart();

    /// The rows that come next are of this batch.
    void bind(Batch batch);

    void add(int row);

    /// Over the rows added; null for NULL.
    Object result();
}
