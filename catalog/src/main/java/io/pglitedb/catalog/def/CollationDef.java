package io.pglitedb.catalog.def;

import java.util.Optional;

/// A `pg_collation` row.
///
/// @param provider c libc, i ICU, d the database's default
public record CollationDef(
        int oid,
        String name,
        int namespace,
        char provider,
        boolean deterministic,
        Optional<String> collate,
        Optional<String> ctype,
        Optional<String> icuLocale) {}
