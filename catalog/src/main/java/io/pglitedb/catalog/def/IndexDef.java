package io.pglitedb.catalog.def;

import java.util.List;
import java.util.Optional;

/// A `pg_index` row with its `pg_class` row.
///
/// @param storage number of its entries in the row store, 0 when it has none
/// @param keys the columns that order it, in order
/// @param storage number of its entries, 0 when it has none
/// @param included numbers of the columns that are only carried along
/// @param immediate false when its constraint is deferrable
/// @param expressions node tree text of a list, one for each key column 0
/// @param predicate node tree text of a partial index's WHERE
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
        boolean exclusion,
        boolean immediate,
        boolean clustered,
        boolean valid,
        boolean ready,
        boolean replicaIdentity,
        List<Key> keys,
        List<Integer> included,
        Optional<String> expressions,
        Optional<String> predicate) {
    private static final int BTREE = 403;
    private static final int HASH = 405;

    /// Whether indexes of an access method have entries in the row store; those of others are objects of the
    /// catalog that no plan uses.
    public static boolean hasEntries(int method) {
        return method == BTREE || method == HASH;
    }

    /// @param column number, 0 for an expression
    public record Key(int column, int operatorClass, int collation, boolean descending, boolean nullsFirst) {}

    public IndexDef {
        keys = List.copyOf(keys);
        included = List.copyOf(included);
    }
}
