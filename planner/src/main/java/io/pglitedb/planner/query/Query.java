package io.pglitedb.planner.query;

import java.util.List;

/// One analyzed SELECT, INSERT, UPDATE, DELETE or MERGE.
///
/// @param resultRelation range table index of the table that is changed, 0 for SELECT
/// @param features what the expressions contain, found on the way
/// @param mergeActions of MERGE only
/// @param targets of a SELECT its columns; of INSERT and UPDATE what each column is set to
/// @param onConflict null for none
/// @param having null for none
/// @param distinct empty without DISTINCT; `features().distinctOn()` tells ON from plain
/// @param limitOffset int8 expression or null
/// @param limitCount int8 expression or null; a null constant for LIMIT ALL
/// @param setOperations null unless the query is a set operation
/// @param checks that changed rows have to pass; the rewriter's
public record Query(
        Command command,
        int resultRelation,
        Features features,
        List<CommonTable> commonTables,
        List<RangeTableEntry> rangeTable,
        JoinTree.From joinTree,
        List<MergeAction> mergeActions,
        List<TargetEntry> targets,
        Overriding overriding,
        OnConflict onConflict,
        List<TargetEntry> returning,
        List<SortGroupClause> group,
        boolean groupDistinct,
        List<GroupingSet> groupingSets,
        Expr having,
        List<WindowClause> windows,
        List<SortGroupClause> distinct,
        List<SortGroupClause> sort,
        Expr limitOffset,
        Expr limitCount,
        boolean withTies,
        List<RowMark> rowMarks,
        SetOperationTree setOperations,
        List<RowCheck> checks) {

    public enum Command {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        MERGE
    }

    public enum Overriding {
        NONE,
        USER,
        SYSTEM
    }

    public record Features(
            boolean aggregates,
            boolean windows,
            boolean setReturningTargets,
            boolean subLinks,
            boolean distinctOn,
            boolean recursive,
            boolean modifyingCommonTable,
            boolean forUpdate) {}

    /// Columns that the query gives to its reader: the targets of a SELECT without junk, else RETURNING.
    public List<TargetEntry> resultColumns() {
        List<TargetEntry> list = command == Command.SELECT ? targets : returning;
        return list.stream().filter(entry -> !entry.junk()).toList();
    }

    /// @param index from 1
    public RangeTableEntry rangeTableEntry(int index) {
        return rangeTable.get(index - 1);
    }

    public QueryBuilder toBuilder() {
        return new QueryBuilder(this);
    }
}
