package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.Optional;

/// A `pg_language` row.
///
/// @param procedural false for internal, c and sql
public record LanguageDef(
        int oid,
        String name,
        int owner,
        boolean procedural,
        boolean trusted,
        int callHandler,
        int inlineHandler,
        int validator,
        Optional<PgArray> acl) {}
