package io.pglitedb.catalog.def;

import java.util.Optional;

/// A `pg_attribute` row of a table.
///
/// @param number `attnum`, from 1; dropped columns keep theirs
/// @param type OID; 0 when dropped
/// @param collation OID, 0 for none
/// @param defaultExpression SQL text; that of a generated column too
/// @param identity a always, d by default, space none
/// @param generated s stored, space none
public record ColumnDef(
        int number,
        String name,
        int type,
        int typmod,
        int collation,
        boolean notNull,
        Optional<String> defaultExpression,
        char identity,
        char generated,
        boolean dropped) {}
