package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.Optional;

/// A `pg_database` row.
///
/// @param encoding 6 for UTF8
/// @param connectionLimit -1 for none
/// @param acl aclitem[]; empty for the default privileges
public record DatabaseDef(
        int oid,
        String name,
        int owner,
        int encoding,
        boolean template,
        boolean allowsConnections,
        int connectionLimit,
        int tablespace,
        String collate,
        String ctype,
        Optional<PgArray> acl) {}
