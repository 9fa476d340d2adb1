package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.Optional;

/// A `pg_type` row. Letters are PostgreSQL's; an OID of 0 means none.
///
/// @param length bytes, -1 variable, -2 a C string
/// @param kind `typtype`: b base, c composite, d domain, e enum, m multirange, p pseudo, r range
/// @param subscript OID of the subscripting function
/// @param defaultExpression node tree text of a domain's or type's default
/// @param defaultText the same for people
/// @param acl aclitem[]; empty for the default privileges
public record TypeDef(
        int oid,
        String name,
        int namespace,
        int owner,
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
        int subscript,
        int input,
        int output,
        int receive,
        int send,
        int typmodIn,
        int typmodOut,
        int analyze,
        char align,
        char storage,
        boolean notNull,
        int baseType,
        int baseTypmod,
        int dimensions,
        int collation,
        Optional<String> defaultExpression,
        Optional<String> defaultText,
        Optional<PgArray> acl) {
    private static final int ARRAY_SUBSCRIPT_HANDLER = 6179;

    /// Made by `CREATE TYPE` for another type, not merely subscriptable as name or point are.
    public boolean isTrueArray() {
        return subscript == ARRAY_SUBSCRIPT_HANDLER;
    }
}
