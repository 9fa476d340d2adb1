package io.pglitedb.catalog.def;

/// A `pg_type` row. Letters are PostgreSQL's; an OID of 0 means none.
///
/// @param length bytes, -1 variable, -2 a C string
/// @param kind `typtype`: b base, c composite, d domain, e enum, m multirange, p pseudo, r range
/// @param subscript name of the subscripting function, `-` for none
public record TypeDef(
        int oid,
        String name,
        int namespace,
        int length,
        boolean byValue,
        char kind,
        char category,
        boolean preferred,
        boolean defined,
        char delimiter,
        int relation,
        int elementType,
        int arrayType,
        String subscript,
        int input,
        int output,
        int receive,
        int send,
        int typmodIn,
        int typmodOut,
        char align,
        char storage,
        boolean notNull,
        int baseType,
        int baseTypmod,
        int dimensions,
        int collation) {
    /// Made by `CREATE TYPE` for another type, not merely subscriptable as name or point are.
    public boolean isTrueArray() {
        return subscript.equals("array_subscript_handler");
    }
}
