package io.pglitedb.planner.plan;

import io.pglitedb.planner.access.RequiredRights;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import java.util.List;

/// A statement ready to run.
///
/// @param root its rows are the result columns, in order
/// @param subPlans what SubPlan expressions and CTE scans refer to by index
/// @param parameterCount number of EXECUTION parameters
/// @param resultColumns names, types and origins of the result; empty when the statement returns no rows
/// @param parameterTypes OIDs of the client's parameters, from $1
/// @param modifies whether it, or a WITH query in it, writes or locks rows
/// @param rights that whoever runs it must have
/// @param catalogVersion of the catalog that it was planned by
public record PlannedStatement(
        Query.Command command,
        PlanNode root,
        List<SubPlanDef> subPlans,
        int parameterCount,
        List<TargetEntry> resultColumns,
        boolean returnsRows,
        List<Integer> parameterTypes,
        boolean modifies,
        RequiredRights rights,
        long catalogVersion) {
    public PlannedStatement {
        subPlans = List.copyOf(subPlans);
        resultColumns = List.copyOf(resultColumns);
        parameterTypes = List.copyOf(parameterTypes);
    }

    /// @param name of a WITH query; else as EXPLAIN numbers it: `SubPlan 1`, `InitPlan 2`
    /// @param shared a WITH query: run once at most, its rows kept for every reader
    /// @param runToEnd a WITH query that changes data: runs even if nobody reads it
    public record SubPlanDef(String name, PlanNode root, boolean shared, boolean runToEnd) {}
}
