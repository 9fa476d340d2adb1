package io.pglitedb.planner.optimizer.engine;

/// Setting `pglitedb.engine`.
public enum EngineMode {
    /// The vectorized engine where many rows are read.
    AUTO,
    ROW,
    /// The vectorized engine for whatever it knows.
    VECTOR
}
