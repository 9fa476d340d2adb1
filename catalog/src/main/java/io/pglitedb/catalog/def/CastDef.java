package io.pglitedb.catalog.def;

/// A `pg_cast` row.
///
/// @param function 0 for none
/// @param context i implicit, a assignment, e explicit
/// @param method f function, i input/output functions, b binary coercible
public record CastDef(int oid, int source, int target, int function, char context, char method) {}
