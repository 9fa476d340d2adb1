package io.pglitedb.catalog.define;

import java.util.List;

/// A relation with columns to be made: table, partitioned table, view, materialized view, sequence, composite
/// type, foreign table.
///
/// @param kind `relkind`
/// @param persistence p permanent, u unlogged, t temporary
/// @param accessMethod OID of the table access method, 0 for none
/// @param ofType OID of the composite type of a typed table, else 0
/// @param options `name=value`
/// @param populated false for a materialized view WITH NO DATA
public record NewRelation(
        String name,
        int namespace,
        char kind,
        char persistence,
        int owner,
        int accessMethod,
        int ofType,
        List<NewColumn> columns,
        List<String> options,
        boolean populated) {
    public static final int HEAP = 2;

    public NewRelation {
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }

    /// A permanent table without options.
    public static NewRelation table(String name, int namespace, int owner, List<NewColumn> columns) {
        return new NewRelation(name, namespace, 'r', 'p', owner, HEAP, 0, columns, List.of(), true);
    }

    boolean hasStorage() {
        return kind == 'r' || kind == 'm' || kind == 'S' || kind == 't';
    }

    boolean hasRowType() {
        return kind != 'S' && kind != 't';
    }

    boolean hasSystemColumns() {
        return kind != 'v' && kind != 'c';
    }
}
