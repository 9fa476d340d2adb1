package io.pglitedb.catalog.def;

/// A text search configuration or dictionary: `pg_ts_config`, `pg_ts_dict`.
///
/// @param source OID of a configuration's parser, of a dictionary's template
public record TextSearchDef(int oid, String name, int namespace, int owner, int source) {}
