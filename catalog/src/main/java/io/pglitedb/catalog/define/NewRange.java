package io.pglitedb.catalog.define;

/// A range type to be made, with its multirange type.
///
/// @param multirangeName of its multirange type
/// @param collation of the subtype, 0 for none
/// @param canonical OID of the function that normalizes a range, 0 for none
/// @param difference OID of the function that gives the distance of two values, 0 for none
public record NewRange(
        String name,
        String multirangeName,
        int namespace,
        int owner,
        int subtype,
        int collation,
        int operatorClass,
        int canonical,
        int difference) {}
