package io.pglitedb.catalog.def;

/// A `pg_operator` row; an OID of 0 means none.
///
/// @param leftType 0 for a prefix operator
/// @param function OID of the `pg_proc` row behind it, 0 for a shell operator
public record OperatorDef(
        int oid,
        String name,
        int namespace,
        int owner,
        boolean canMerge,
        boolean canHash,
        int leftType,
        int rightType,
        int resultType,
        int commutator,
        int negator,
        int function,
        int restrictionEstimator,
        int joinEstimator) {}
