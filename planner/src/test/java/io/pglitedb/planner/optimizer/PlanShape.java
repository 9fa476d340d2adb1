package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import java.util.stream.Collectors;

/// A plan in one line, for expectations: node names, tables, join types, numbers of keys.
final class PlanShape {
    private PlanShape() {}

    static String of(PlannedStatement statement) {
        String subPlans = statement.subPlans().stream()
                .map(plan -> "; " + plan.name() + ": " + of(plan.root()))
                .collect(Collectors.joining());
        return of(statement.root()) + subPlans;
    }

    static String of(PlanNode node) {
        String inputs = node.inputs().stream().map(PlanShape::of).collect(Collectors.joining(", "));
        String name = node.getClass().getSimpleName();
        return switch (node) {
            case PlanNode.SeqScan scan -> "Seq " + scan.table().alias() + (scan.filter() == null ? "" : " filtered");
            case PlanNode.IndexScan scan ->
                "Index " + scan.table().alias() + " by " + scan.index().name() + "/"
                        + scan.range().equal().size() + (scan.filter() == null ? "" : " filtered");
            case PlanNode.CteScan scan -> "Cte " + scan.name();
            case PlanNode.WorkTableScan scan -> "Work " + scan.name();
            case PlanNode.HashJoin join ->
                "Hash " + join.type() + "/" + join.keys().size() + (join.residual() == null ? "" : " residual") + "("
                        + inputs + ")";
            case PlanNode.NestedLoop join ->
                "Loop " + join.type() + "/" + join.parameters().size() + (join.condition() == null ? "" : " condition")
                        + "(" + inputs + ")";
            case PlanNode.Aggregate aggregate ->
                "Aggregate " + aggregate.keys().size() + "/" + aggregate.calls().size() + "(" + inputs + ")";
            case PlanNode.Sort sort ->
                "Sort " + sort.keys().size() + (sort.rowsMax() < 0 ? "" : " top " + sort.rowsMax()) + "(" + inputs
                        + ")";
            default -> node.inputs().isEmpty() ? name : name + "(" + inputs + ")";
        };
    }
}
