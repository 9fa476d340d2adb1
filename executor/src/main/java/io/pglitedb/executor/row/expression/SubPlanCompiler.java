package io.pglitedb.executor.row.expression;

import io.pglitedb.planner.query.Expr;

/// Makes evaluators of subqueries: where expressions meet operators.
public interface SubPlanCompiler {
    /// For expressions outside of a plan.
    SubPlanCompiler NONE = (subPlan, compiler) -> {
        throw new IllegalStateException("a subquery outside of a plan");
    };

    Evaluator compile(Expr.SubPlan subPlan, ExpressionCompiler compiler);
}
