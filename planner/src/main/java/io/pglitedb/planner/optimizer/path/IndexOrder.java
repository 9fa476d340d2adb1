package io.pglitedb.planner.optimizer.path;

/// Which way an index is to be read to give rows in an order.
enum IndexOrder {
    FORWARD,
    BACKWARD,
    /// It does not give that order.
    NONE
}
