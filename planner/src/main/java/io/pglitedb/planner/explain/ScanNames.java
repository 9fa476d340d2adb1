package io.pglitedb.planner.explain;

import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/// What the sources of a plan's rows are called.
final class ScanNames {
    private ScanNames() {}

    /// The alias of the only source; null when there are several or none.
    static String sole(PlannedStatement statement) {
        List<String> names = new ArrayList<>();
        collect(statement.root(), names);
        statement.subPlans().forEach(subPlan -> collect(subPlan.root(), names));
        return names.size() == 1 ? names.getFirst() : null;
    }

    private static void collect(PlanNode node, List<String> names) {
        switch (node) {
            case PlanNode.SeqScan scan -> names.add(scan.table().alias());
            case PlanNode.IndexScan scan -> names.add(scan.table().alias());
            case PlanNode.TidScan scan -> names.add(scan.table().alias());
            case PlanNode.SampleScan scan -> names.add(scan.table().alias());
            case PlanNode.FunctionScan scan -> names.add(scan.alias());
            case PlanNode.CteScan scan -> names.add(scan.alias());
            case PlanNode.WorkTableScan scan -> names.add(scan.alias());
            case PlanNode.FamilyScan family -> {
                // The table that stands for the family counts too.
                names.add("");
                family.inputs().forEach(input -> collect(input, names));
            }
            case PlanNode.ValuesScan _ -> names.add("\"*VALUES*\"");
            default -> node.inputs().forEach(input -> collect(input, names));
        }
    }
}
