package io.pglitedb.catalog.def;

/// A `pg_opclass` row.
///
/// @param method OID of the access method: 403 btree, 405 hash
/// @param keyType stored in the index when it is not the input type, else 0
public record OperatorClassDef(
        int oid,
        int method,
        String name,
        int namespace,
        int owner,
        int family,
        int inputType,
        boolean isDefault,
        int keyType) {}
