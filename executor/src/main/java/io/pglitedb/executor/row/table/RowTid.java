package io.pglitedb.executor.row.table;

import io.pglitedb.types.value.Tid;

/// ctid of a row. Rowids start at 1: the first row of a table is `(0,1)`, as PostgreSQL's.
public final class RowTid {
    private RowTid() {}

    public static Tid of(long rowid) {
        return Tid.ofRowid(rowid - 1);
    }

    public static long rowid(Tid tid) {
        return tid.rowid() + 1;
    }
}
