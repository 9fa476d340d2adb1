package io.pglitedb.catalog.def;

import java.util.List;
import java.util.Optional;

/// A `pg_policy` row.
///
/// @param command r select, a insert, w update, d delete, * all
/// @param roles OIDs; 0 stands for PUBLIC
/// @param using node tree text
/// @param check node tree text
public record PolicyDef(
        int oid,
        String name,
        int relation,
        char command,
        boolean permissive,
        List<Integer> roles,
        Optional<String> using,
        Optional<String> check) {
    public PolicyDef {
        roles = List.copyOf(roles);
    }
}
