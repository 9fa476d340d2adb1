package io.pglitedb.executor.command.explain;

/// What a plan node did in a run.
final class Measured {
    /// Times it was started.
    long loops;
    /// Rows of all loops.
    long rows;
    /// Until the first row, of all loops.
    long firstRowNanos;
    long totalNanos;
}
