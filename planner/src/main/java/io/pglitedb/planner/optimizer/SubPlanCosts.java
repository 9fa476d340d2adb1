package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// What a plan costs with the subqueries that run again for each row of it: estimates of nodes count them as
/// calls of some price, as their conditions are ordered by that.
final class SubPlanCosts {
    /// Of a condition that compares with a subquery's value.
    private static final double FALLBACK_SELECTIVITY = 1.0 / 3;

    private final PlanningContext context;

    private SubPlanCosts(PlanningContext context) {
        this.context = context;
    }

    static double total(PlanNode root, PlanningContext context) {
        return root.estimate().total() + new SubPlanCosts(context).repeated(root);
    }

    private double repeated(PlanNode node) {
        double below = 0;
        for (PlanNode input : node.inputs()) {
            below += repeated(input);
        }
        return switch (node) {
            case PlanNode.Limit limit ->
                below
                        * Math.min(
                                1,
                                limit.estimate().rows()
                                        / Math.max(1, limit.input().estimate().rows()));
            case PlanNode.Project project -> below + project.input().estimate().rows() * runs(project.expressions());
            case PlanNode.Filter filter -> below + filter.input().estimate().rows() * runs(List.of(filter.predicate()));
            case PlanNode.SeqScan scan -> scan(scan.filter(), scan);
            case PlanNode.IndexScan scan -> scan(scan.filter(), scan);
            case PlanNode.NestedLoop join -> below + scan(join.condition(), join);
            case PlanNode.HashJoin join -> below + scan(join.residual(), join);
            default -> below;
        };
    }

    /// Conditions with subqueries are evaluated last, so for the rows that all others let through.
    private double scan(Expr condition, PlanNode node) {
        List<Expr> own = Conjuncts.of(condition).stream()
                .filter(part -> ExpressionFacts.contains(part, Expr.SubPlan.class))
                .toList();
        if (own.isEmpty()) {
            return 0;
        }
        return node.estimate().rows()
                / Math.min(FALLBACK_SELECTIVITY, context.selectivity().of(own))
                * runs(own);
    }

    /// What one evaluation costs.
    private double runs(List<Expr> expressions) {
        double cost = 0;
        for (Expr expression : expressions) {
            if (expression instanceof Expr.SubPlan plan && !plan.parameters().isEmpty()) {
                cost += total(context.subPlans().get(plan.plan()).root(), context);
            }
            cost += runs(expression.children());
        }
        return cost;
    }
}
