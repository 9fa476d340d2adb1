package io.pglitedb.planner.optimizer.path;

/// Costs in PostgreSQL's unit, the fetch of one sequential page; the proportions are those of the row store
/// (a sequential row 0.17 µs, a row by rowid 3 µs, an expression 0.05 µs).
final class Cost {
    /// An iterator over the memtables and all levels, 6 to 10 µs: more than a row by a unique key costs.
    static final double SEQUENTIAL_START = 0.8;
    static final double SEQUENTIAL_ROW = 0.018;
    static final double INDEX_START = 0.3;
    static final double INDEX_ENTRY = 0.02;
    static final double ROW_BY_ROWID = 0.2;
    static final double OPERATOR = 0.0025;
    static final double HASH_BUILD_ROW = 0.015;
    static final double HASH_PROBE_ROW = 0.01;
    static final double ROW_OUT = 0.01;
    /// Of running a plan again for another outer row.
    static final double RESCAN = 0.05;

    private Cost() {}
}
