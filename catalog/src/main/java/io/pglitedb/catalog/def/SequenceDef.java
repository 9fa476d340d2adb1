package io.pglitedb.catalog.def;

/// A `pg_sequence` row.
///
/// @param relation OID of its `pg_class` row
/// @param type OID: int2, int4 or int8
public record SequenceDef(
        int relation, int type, long start, long increment, long maximum, long minimum, long cache, boolean cycle) {}
