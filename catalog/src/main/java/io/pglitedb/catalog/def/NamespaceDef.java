package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.Optional;

/// A `pg_namespace` row.
///
/// @param acl aclitem[]; empty for the default privileges
public record NamespaceDef(int oid, String name, int owner, Optional<PgArray> acl) {}
