package io.pglitedb.catalog.def;

/// A `pg_range` row; an OID of 0 means none.
public record RangeDef(
        int type, int subtype, int multirangeType, int collation, int operatorClass, int canonical, int difference) {}
