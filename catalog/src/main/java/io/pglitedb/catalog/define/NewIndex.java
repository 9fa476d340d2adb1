package io.pglitedb.catalog.define;

import java.util.List;
import java.util.Optional;

/// An index to be made.
///
/// @param columns key columns, then included ones
/// @param keyCount how many of the columns order it
/// @param expressions node tree text of the list of its expressions
/// @param forConstraint its constraint is made next and owns it
/// @param valid false while it is built
public record NewIndex(
        String name,
        int table,
        int accessMethod,
        List<Column> columns,
        int keyCount,
        boolean unique,
        boolean primary,
        boolean nullsNotDistinct,
        boolean exclusion,
        boolean immediate,
        boolean valid,
        Optional<Expression> expressions,
        Optional<Expression> predicate,
        List<String> options,
        boolean forConstraint) {
    /// @param table column number in the table, 0 for an expression
    /// @param name of the index's own column
    /// @param type of the index's own column
    /// @param operatorClass 0 for an included column
    public record Column(
            int table,
            String name,
            int type,
            int typmod,
            int collation,
            int operatorClass,
            boolean descending,
            boolean nullsFirst) {
        int option() {
            return (descending ? 1 : 0) | (nullsFirst ? 2 : 0);
        }
    }

    public NewIndex {
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }
}
