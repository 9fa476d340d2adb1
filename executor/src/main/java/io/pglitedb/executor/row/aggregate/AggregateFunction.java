package io.pglitedb.executor.row.aggregate;

/// A compiled aggregate call.
@FunctionalInterface
public interface AggregateFunction {
    /// For a new group.
    Accumulator start();
}
