package io.pglitedb.executor.row.set;

import io.pglitedb.executor.row.spill.RowBuffer;

/// The rows that the last round of a recursive union gave.
public final class WorkTable {
    private RowBuffer rows;
    private long version;

    void set(RowBuffer newRows) {
        rows = newRows;
        version++;
    }

    RowBuffer rows() {
        return rows;
    }

    /// Grows with each round.
    public long version() {
        return version;
    }
}
