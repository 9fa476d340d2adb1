package io.pglitedb.planner.explain;

import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;

/// The expressions that a plan node evaluates.
final class NodeExpressions {
    private NodeExpressions() {}

    static List<Expr> of(PlanNode node) {
        List<Expr> all = new ArrayList<>();
        switch (node) {
            case PlanNode.SeqScan scan -> all.add(scan.filter());
            case PlanNode.IndexScan scan -> {
                all.add(scan.indexCondition());
                all.add(scan.filter());
            }
            case PlanNode.TidScan scan -> {
                all.addAll(scan.tids());
                all.add(scan.filter());
            }
            case PlanNode.SampleScan scan -> {
                all.add(scan.sampling().percentage());
                all.add(scan.sampling().seed());
                all.add(scan.filter());
            }
            case PlanNode.ValuesScan scan -> scan.rows().forEach(all::addAll);
            case PlanNode.FunctionScan scan -> {
                scan.functions().forEach(function -> all.add(function.call()));
                all.add(scan.filter());
            }
            case PlanNode.Filter filter -> all.add(filter.predicate());
            case PlanNode.Project project -> all.addAll(project.expressions());
            case PlanNode.ProjectSet project -> all.addAll(project.expressions());
            case PlanNode.NestedLoop join -> all.add(join.condition());
            case PlanNode.HashJoin join -> {
                join.keys().forEach(key -> {
                    all.add(key.left());
                    all.add(key.right());
                });
                all.add(join.residual());
            }
            case PlanNode.Limit limit -> {
                all.add(limit.offset());
                all.add(limit.count());
            }
            case PlanNode.Aggregate aggregate -> all.addAll(aggregate.calls());
            case PlanNode.Window window -> all.addAll(window.calls());
            case PlanNode.Insert insert -> all.addAll(insert.returning());
            case PlanNode.Update update -> {
                update.assignments().forEach(assignment -> all.add(assignment.value()));
                all.addAll(update.returning());
            }
            case PlanNode.Merge merge ->
                merge.steps().forEach(step -> {
                    if (step.condition() != null) {
                        all.add(step.condition());
                    }
                    step.assignments().forEach(assignment -> all.add(assignment.value()));
                    all.addAll(step.values());
                });
            case PlanNode.Delete delete -> all.addAll(delete.returning());
            default -> {}
        }
        all.removeIf(expression -> expression == null);
        return all;
    }
}
