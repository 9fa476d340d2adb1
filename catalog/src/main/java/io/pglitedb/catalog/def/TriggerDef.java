package io.pglitedb.catalog.def;

import java.util.List;
import java.util.Optional;

/// A `pg_trigger` row; an OID of 0 means none.
///
/// @param type bits: 1 row, 2 before, 4 insert, 8 delete, 16 update, 32 truncate, 64 instead
/// @param enabled O origin and local, D disabled, R replica, A always
/// @param columns numbers of UPDATE OF
/// @param condition node tree text of WHEN
/// @param oldTable name of the transition table
public record TriggerDef(
        int oid,
        int relation,
        int parent,
        String name,
        int function,
        int type,
        char enabled,
        boolean internal,
        int constraintRelation,
        int constraintIndex,
        int constraint,
        boolean deferrable,
        boolean initiallyDeferred,
        List<Integer> columns,
        List<String> arguments,
        Optional<String> condition,
        Optional<String> oldTable,
        Optional<String> newTable) {
    public TriggerDef {
        columns = List.copyOf(columns);
        arguments = List.copyOf(arguments);
    }
}
