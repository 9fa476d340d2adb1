package io.pglitedb.planner.plpgsql;

/// The declared type of a variable.
///
/// @param oid 2249 for a record of any shape
/// @param row whether values are rows with fields
public record PlType(int oid, int typmod, int collation, boolean row) {}
