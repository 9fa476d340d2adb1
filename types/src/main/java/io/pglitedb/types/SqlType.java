package io.pglitedb.types;

/// A type as a column or an expression has it.
///
/// @param oid OID of the `pg_type` row
/// @param typmod the type modifier, -1 for none
public record SqlType(int oid, int typmod) {
    public static SqlType of(int oid) {
        return new SqlType(oid, -1);
    }
}
