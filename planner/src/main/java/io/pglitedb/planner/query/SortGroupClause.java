package io.pglitedb.planner.query;

/// One element of ORDER BY, GROUP BY, DISTINCT or PARTITION BY.
///
/// @param reference of the target entry that is meant
/// @param equalityOperator OID
/// @param sortOperator OID of the `<` (or `>`) operator, 0 when the type can only be hashed
/// @param hashable whether the equality operator can be hashed
public record SortGroupClause(
        int reference, int equalityOperator, int sortOperator, boolean nullsFirst, boolean hashable) {}
