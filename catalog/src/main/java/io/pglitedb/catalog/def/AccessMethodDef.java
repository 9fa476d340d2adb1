package io.pglitedb.catalog.def;

/// A `pg_am` row.
///
/// @param type t table, i index
public record AccessMethodDef(int oid, String name, int handler, char type) {}
