package io.pglitedb.planner.query;

import java.util.List;

/// The tree of UNION, INTERSECT and EXCEPT over subquery entries of the range table.
public sealed interface SetOperationTree {
    record Leaf(int rangeTableIndex) implements SetOperationTree {}

    /// @param columns types of the result
    /// @param grouping one element a column, to tell equal rows by (its references are 0); empty for UNION ALL
    record Operation(
            Kind kind,
            boolean all,
            SetOperationTree left,
            SetOperationTree right,
            List<ColumnInfo> columns,
            List<SortGroupClause> grouping)
            implements SetOperationTree {}

    enum Kind {
        UNION,
        INTERSECT,
        EXCEPT
    }
}
