package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.Optional;

/// A `pg_class` row with its columns.
///
/// @param kind `relkind`: r table, p partitioned table, v view, m materialized view, i index, I partitioned
///     index, S
///     sequence, c composite type, f foreign table, t TOAST table
/// @param persistence p permanent, u unlogged, t temporary
/// @param rowType OID of the composite type of its rows, 0 for none
/// @param ofType OID of the composite type of a typed table (OF), else 0
/// @param accessMethod OID, 0 for none
/// @param storage number of its rows in the row store, 0 when it has none; of an index, of its entries
/// @param columns in order of their numbers, dropped ones included
/// @param options `reloptions`: `name=value`
/// @param partitionBound node tree text of a partition's bound
/// @param acl aclitem[]; empty for the default privileges
public record TableDef(
        int oid,
        String name,
        int namespace,
        char kind,
        char persistence,
        int owner,
        int rowType,
        int ofType,
        int accessMethod,
        int storage,
        List<ColumnDef> columns,
        Traits traits,
        Estimate estimate,
        List<String> options,
        Optional<String> partitionBound,
        Optional<PgArray> acl) {
    /// @param hasChildren may be true though the last child is gone
    /// @param replicaIdentity d default, n nothing, f full, i index
    public record Traits(
            boolean shared,
            boolean hasIndexes,
            boolean hasRules,
            boolean hasTriggers,
            boolean hasChildren,
            boolean rowSecurity,
            boolean forceRowSecurity,
            boolean populated,
            boolean partition,
            char replicaIdentity) {
        /// Of a table nothing hangs on.
        public static final Traits PLAIN =
                new Traits(false, false, false, false, false, false, false, true, false, 'd');
    }

    /// As ANALYZE left it.
    ///
    /// @param rows -1 for unknown
    /// @param pages of 8 KiB
    public record Estimate(double rows, int pages) {
        public static final Estimate UNKNOWN = new Estimate(-1, 0);
    }

    public TableDef {
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }

    /// Null when there is no such column or it was dropped.
    public ColumnDef column(String columnName) {
        for (ColumnDef column : columns) {
            if (!column.dropped() && column.name().equals(columnName)) {
                return column;
            }
        }
        return null;
    }
}
