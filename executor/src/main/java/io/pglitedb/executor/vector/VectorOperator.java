package io.pglitedb.executor.vector;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.types.vector.Batch;

/// A step of a running plan over batches. Life: `open`, `next` until null, `close`; then perhaps `open` again,
/// with the EXECUTION parameters as they are then. Used by one thread.
public interface VectorOperator {
    /// Starts from the first row, in the run that has begun.
    void open();

    /// The next batch, with at least one row; null after the last, and then not called again.
    Batch next();

    /// Says how many rows will be asked for at most, -1 for all; to be called before `open`.
    default void want(long rows) {}

    /// Tells what it did, for EXPLAIN ANALYZE; to be asked before `close`.
    default void report(Operator.Report report) {}

    /// Frees what it holds; harmless when closed already or never opened.
    void close();
}
