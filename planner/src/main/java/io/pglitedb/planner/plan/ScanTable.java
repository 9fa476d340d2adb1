package io.pglitedb.planner.plan;

import io.pglitedb.catalog.def.TableDef;
import java.util.List;

/// A table as a scan reads it.
///
/// @param scanId number of the range table entry, unique in the statement: rechecks of changed rows go by it
/// @param alias as EXPLAIN prints it
/// @param attributes what the scan's rows hold, in order: a column's number, 0 for the whole row, -1 … -6 for the
///     system
///     columns ctid, xmin, cmin, xmax, cmax, tableoid, [#ROW_IDENTITY]
public record ScanTable(int scanId, TableDef table, String alias, List<Integer> attributes) {
    /// Which version of which row it is: an object of the executor, for locking and changing the row.
    public static final int ROW_IDENTITY = Integer.MIN_VALUE;

    public ScanTable {
        attributes = List.copyOf(attributes);
    }
}
