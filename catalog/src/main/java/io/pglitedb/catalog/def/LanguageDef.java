package io.pglitedb.catalog.def;

/// A `pg_language` row.
///
/// @param procedural false for internal, c and sql
public record LanguageDef(int oid, String name, boolean procedural, boolean trusted) {}
