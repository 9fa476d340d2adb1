package io.pglitedb.planner.plan;

/// A column by which rows are the same or not; NULLs are the same.
///
/// @param slot of the input
/// @param equality OID of the `=` operator
/// @param collation OID, 0 for none
public record GroupKey(int slot, int equality, int collation) {}
