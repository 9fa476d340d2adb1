package io.pglitedb.planner.query;

import java.util.List;

/// A WITH query.
///
/// @param columnAliases as written, may be fewer than the columns
/// @param query its own query
/// @param recursive refers to itself
/// @param referenceCount how often it is referred to, self-references not counted
/// @param search null for none
/// @param cycle null for none
public record CommonTable(
        String name,
        List<String> columnAliases,
        Materialize materialize,
        Query query,
        boolean recursive,
        int referenceCount,
        List<ColumnInfo> columns,
        Search search,
        Cycle cycle,
        Origin origin) {
    public CommonTable withQuery(Query other) {
        return new CommonTable(
                name, columnAliases, materialize, other, recursive, referenceCount, columns, search, cycle, origin);
    }

    public enum Materialize {
        DEFAULT,
        ALWAYS,
        NEVER
    }

    public record Search(List<String> columns, boolean breadthFirst, String sequenceColumn) {}

    /// @param equalityOperator OID of the mark's `<>` operator's negator: `=` of the mark's type
    public record Cycle(
            List<String> columns,
            String markColumn,
            Expr markValue,
            Expr markDefault,
            String pathColumn,
            int markType,
            int markTypmod,
            int markCollation,
            int equalityOperator) {}
}
