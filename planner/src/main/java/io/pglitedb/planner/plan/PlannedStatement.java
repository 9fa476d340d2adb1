package io.pglitedb.planner.plan;

import io.pglitedb.planner.access.RequiredRights;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/// A statement ready to run.
///
/// @param before what rules let run to its end before
/// @param after and after it
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
        List<PlannedStatement> before,
        List<PlannedStatement> after,
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
        before = List.copyOf(before);
        after = List.copyOf(after);
        subPlans = List.copyOf(subPlans);
        resultColumns = List.copyOf(resultColumns);
        parameterTypes = List.copyOf(parameterTypes);
    }

    /// Whether rules add statements to it.
    public boolean isRuled() {
        return !before.isEmpty() || !after.isEmpty();
    }

    /// It and all that run with it, in that order.
    public List<PlannedStatement> all() {
        List<PlannedStatement> all = new ArrayList<>(before);
        all.add(this);
        all.addAll(after);
        return all;
    }

    /// @param name of a WITH query; else as EXPLAIN numbers it: `SubPlan 1`, `InitPlan 2`
    /// @param shared a WITH query: run once at most, its rows kept for every reader
    /// @param runToEnd a WITH query that changes data: runs even if nobody reads it
    public record SubPlanDef(String name, PlanNode root, boolean shared, boolean runToEnd) {}
}
