package io.pglitedb.executor.row.set;

import io.pglitedb.executor.row.spill.RowBuffer;

/// The rows that the last round of a recursive union gave.
public final class WorkTable {
    private RowBuffer rows;

    void set(RowBuffer newRows) {
        rows = newRows;
    }

    RowBuffer rows() {
        return rows;
    }
}
