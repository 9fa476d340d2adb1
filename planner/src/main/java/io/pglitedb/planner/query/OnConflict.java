package io.pglitedb.planner.query;

import java.util.List;

/// ON CONFLICT of INSERT.
///
/// @param arbiterElements what the conflict target's columns and expressions are; empty without a target
/// @param arbiterWhere null for none
/// @param constraint OID of the named constraint, else 0
/// @param set DO UPDATE's assignments, numbered by attribute; empty for DO NOTHING
/// @param where null for none
/// @param excludedIndex range table index of `excluded`, 0 for DO NOTHING
public record OnConflict(
        boolean update,
        List<InferenceElement> arbiterElements,
        Expr arbiterWhere,
        int constraint,
        List<TargetEntry> set,
        Expr where,
        int excludedIndex,
        List<ColumnInfo> excludedColumns) {

    public OnConflict withExcludedIndex(int index) {
        return new OnConflict(update, arbiterElements, arbiterWhere, constraint, set, where, index, excludedColumns);
    }

    /// @param collation OID, 0 when not written
    /// @param operatorClass OID, 0 when not written
    public record InferenceElement(Expr expression, int collation, int operatorClass) {}
}
