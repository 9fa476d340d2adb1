package io.pglitedb.catalog.def;

import java.util.List;

/// A `pg_class` row with its columns.
///
/// @param kind `relkind`: r table, p partitioned table, v view, m materialized view, i index, S sequence, c composite
/// type, f
///     foreign table, t TOAST table
/// @param persistence p permanent, u unlogged, t temporary
/// @param rowType OID of the composite type of its rows, 0 for none
/// @param storage number of its rows in the row store, 0 when it has none
/// @param columns in order of their numbers, dropped ones included
public record TableDef(
        int oid,
        String name,
        int namespace,
        char kind,
        char persistence,
        int owner,
        int rowType,
        int storage,
        List<ColumnDef> columns) {
    public TableDef {
        columns = List.copyOf(columns);
    }
}
