package io.pglitedb.executor.row.table;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// What every row of a table has beside its columns. Rows keep their place and one version is all that is stored,
/// so `xmax` and the command numbers are 0.
public final class SystemColumns {
    private static final int CTID = -1;
    private static final int XMIN = -2;
    private static final int CMIN = -3;
    private static final int XMAX = -4;
    private static final int CMAX = -5;
    private static final int TABLE_OID = -6;

    private SystemColumns() {}

    /// @param attribute -1 … -6
    public static Object value(int attribute, TableDef table, long rowid, long transactionId) {
        return switch (attribute) {
            case CTID -> RowTid.of(rowid);
            case XMIN -> (int) transactionId;
            case CMIN, XMAX, CMAX -> 0;
            case TABLE_OID -> table.oid();
            default -> throw new PgException(SqlState.INTERNAL_ERROR, "invalid system attribute number " + attribute);
        };
    }
}
