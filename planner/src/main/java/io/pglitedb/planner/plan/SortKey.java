package io.pglitedb.planner.plan;

/// One column of an order.
///
/// @param slot of the input
/// @param operator OID of the `<` or `>` operator
/// @param collation OID, 0 for none
public record SortKey(int slot, int operator, boolean descending, boolean nullsFirst, int collation) {}
