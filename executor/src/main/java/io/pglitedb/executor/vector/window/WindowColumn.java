package io.pglitedb.executor.vector.window;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;

/// The values of one call. Rows are fed and given in the same order, given later.
interface WindowColumn {
    /// Before the first row of a run.
    void start();

    /// @param batch all of whose rows count
    /// @param marks by row
    void feed(Batch batch, byte[] marks);

    /// After the last row.
    void end();

    /// Rows from the first one on whose values are known.
    long ready();

    /// Values of the next rows, which are those from `from` to before `to` of a batch; in a vector as long as it.
    Vector give(byte[] marks, int length, int from, int to);
}
