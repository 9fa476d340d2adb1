package io.pglitedb.catalog.def;

import java.util.Optional;

/// A `pg_collation` row.
///
/// @param encoding -1 for any
/// @param provider c libc, i ICU, d the database's default
public record CollationDef(
        int oid,
        String name,
        int namespace,
        int owner,
        int encoding,
        char provider,
        boolean deterministic,
        Optional<String> collate,
        Optional<String> ctype,
        Optional<String> icuLocale) {
    /// PostgreSQL's number of the only encoding there is.
    public static final int UTF8 = 6;
}
