package io.pglitedb.catalog.def;

/// A `pg_enum` row.
public record EnumLabelDef(int oid, int type, float sortOrder, String label) {}
