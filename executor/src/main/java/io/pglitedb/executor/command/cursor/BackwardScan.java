package io.pglitedb.executor.command.cursor;

import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;

/// Which cursors may go backward without having said SCROLL: those whose plans PostgreSQL can run backward.
/// Source: `ExecSupportsBackwardScan`.
final class BackwardScan {
    private BackwardScan() {}

    static boolean isFree(PlannedStatement plan) {
        return isFree(plan.root());
    }

    private static boolean isFree(PlanNode node) {
        return switch (node) {
            case PlanNode.SeqScan _,
                    PlanNode.IndexScan _,
                    PlanNode.TidScan _,
                    PlanNode.ValuesScan _,
                    PlanNode.FunctionScan _,
                    PlanNode.CteScan _,
                    PlanNode.Sort _ -> true;
            case PlanNode.Filter filter -> isFree(filter.input());
            case PlanNode.Project project -> isFree(project.input());
            case PlanNode.Limit limit -> isFree(limit.input());
            case PlanNode.LockRows lock -> isFree(lock.input());
            case PlanNode.Append append -> append.inputs().stream().allMatch(BackwardScan::isFree);
            case PlanNode.FamilyScan family -> family.inputs().stream().allMatch(BackwardScan::isFree);
            case PlanNode.SingleRow _,
                    PlanNode.SampleScan _,
                    PlanNode.WorkTableScan _,
                    PlanNode.Vectorized _,
                    PlanNode.ProjectSet _,
                    PlanNode.NestedLoop _,
                    PlanNode.HashJoin _,
                    PlanNode.Aggregate _,
                    PlanNode.Window _,
                    PlanNode.Unique _,
                    PlanNode.SetOperation _,
                    PlanNode.RecursiveUnion _,
                    PlanNode.Insert _,
                    PlanNode.Update _,
                    PlanNode.Delete _,
                    PlanNode.Merge _ -> false;
        };
    }
}
