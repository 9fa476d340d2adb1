package io.pglitedb.planner.explain;

import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.plan.PlannedStatement.SubPlanDef;
import io.pglitedb.planner.print.Columns;
import io.pglitedb.planner.print.QueryColumns;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import java.util.List;
import java.util.Map;

/// Names inside an expression of a plan: slots are the input's columns, parameters what they were set from.
///
/// @param input what the input's columns are called
/// @param parameters texts of the plan's own parameters
record PlanColumns(List<String> input, Map<Integer, String> parameters, PlannedStatement statement) implements Columns {
    static final String INIT_PLAN = "InitPlan";

    @Override
    public String variable(Expr.Var variable) {
        throw new IllegalStateException("a variable in a plan: " + variable);
    }

    @Override
    public String slot(Expr.Slot slot) {
        return slot.index() < input.size() ? input.get(slot.index()) : "?column?";
    }

    @Override
    public String executionParameter(Expr.Param parameter) {
        return parameters.getOrDefault(parameter.number(), "$" + parameter.number());
    }

    @Override
    public String subPlan(Expr.SubPlan subPlan) {
        String name = statement.subPlans().get(subPlan.plan()).name();
        return name.startsWith(INIT_PLAN)
                ? "$" + initPlanNumber(statement, subPlan.plan())
                : "(" + (subPlan.hashKeys().isEmpty() ? "" : "hashed ") + name + ")";
    }

    /// From 0, among those that are run once.
    static int initPlanNumber(PlannedStatement statement, int plan) {
        int number = 0;
        for (SubPlanDef earlier : statement.subPlans().subList(0, plan)) {
            number += earlier.name().startsWith(INIT_PLAN) ? 1 : 0;
        }
        return number;
    }

    @Override
    public QueryColumns inside(Query query) {
        throw new IllegalStateException("a query in a plan");
    }
}
