package io.pglitedb.catalog.def;

import java.util.List;
import java.util.Optional;

/// A `pg_index` row with its `pg_class` row.
///
/// @param storage number of its entries in the row store, 0 when it has none
/// @param keys the columns that order it, in order
/// @param included numbers of the columns that are only carried along
/// @param predicate of a partial index, as SQL text
public record IndexDef(
        int oid,
        String name,
        int namespace,
        int table,
        int method,
        int storage,
        boolean unique,
        boolean primary,
        boolean nullsNotDistinct,
        boolean valid,
        List<Key> keys,
        List<Integer> included,
        Optional<String> predicate) {
    /// @param column number, 0 for an expression
    /// @param expression SQL text when `column` is 0
    public record Key(
            int column,
            Optional<String> expression,
            int operatorClass,
            int collation,
            boolean descending,
            boolean nullsFirst) {}

    public IndexDef {
        keys = List.copyOf(keys);
        included = List.copyOf(included);
    }
}
