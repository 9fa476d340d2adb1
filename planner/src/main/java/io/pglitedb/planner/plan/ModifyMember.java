package io.pglitedb.planner.plan;

import java.util.List;

/// One of the tables that hold the rows of a table that a statement changes.
///
/// @param columns numbers in this table of the columns of the table that the statement names, in its order; 0 for
///     a dropped one
public record ModifyMember(ModifyTarget target, List<Integer> columns) {
    public ModifyMember {
        columns = List.copyOf(columns);
    }
}
