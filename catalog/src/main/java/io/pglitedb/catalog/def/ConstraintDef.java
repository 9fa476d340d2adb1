package io.pglitedb.catalog.def;

import java.util.List;
import java.util.Optional;

/// A `pg_constraint` row; an OID of 0 means none.
///
/// @param kind c check, f foreign key, p primary key, u unique, t constraint trigger, x exclusion
/// @param table 0 for a domain's
/// @param domain 0 for a table's
/// @param index that enforces it, or the referenced table's for a foreign key
/// @param onUpdate a no action, r restrict, c cascade, n set null, d set default; space when no foreign key
/// @param match f full, p partial, s simple; space when no foreign key
/// @param columns numbers; empty for a check that names none
/// @param equalityOperators primary key = foreign key, one for each column
/// @param deleteSetColumns of ON DELETE SET NULL/DEFAULT (…); empty for all
/// @param parent constraint of the partitioned table that it is part of
/// @param local declared by the table itself, not only inherited
/// @param exclusionOperators one for each column
/// @param expression node tree text of a check
public record ConstraintDef(
        int oid,
        String name,
        int namespace,
        char kind,
        boolean deferrable,
        boolean initiallyDeferred,
        boolean validated,
        int table,
        int domain,
        int index,
        int parent,
        int referencedTable,
        char onUpdate,
        char onDelete,
        char match,
        boolean local,
        int parentCount,
        boolean noInherit,
        List<Integer> columns,
        List<Integer> referencedColumns,
        List<Integer> equalityOperators,
        List<Integer> deleteSetColumns,
        List<Integer> exclusionOperators,
        Optional<String> expression) {
    public ConstraintDef {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        equalityOperators = List.copyOf(equalityOperators);
        deleteSetColumns = List.copyOf(deleteSetColumns);
        exclusionOperators = List.copyOf(exclusionOperators);
    }
}
