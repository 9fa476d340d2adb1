package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.Optional;

/// A `pg_tablespace` row.
///
/// @param acl aclitem[]; empty for the default privileges
/// @param options `name=value`
public record TablespaceDef(int oid, String name, int owner, Optional<PgArray> acl, List<String> options) {
    public TablespaceDef {
        options = List.copyOf(options);
    }
}
