package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;

/// What the variables of an expression are called. Slots, a plan's parameters and its subplans stand in expressions of
/// plans only.
public interface Columns {
    /// Quoted, with its table where that is needed.
    String variable(Expr.Var variable);

    default String slot(Expr.Slot slot) {
        throw new IllegalStateException("a slot outside of a plan: " + slot);
    }

    /// Of a statement or of a routine with a body in SQL.
    default String parameter(Expr.Param parameter) {
        return "$" + parameter.number();
    }

    /// Of a plan's own parameters.
    default String executionParameter(Expr.Param parameter) {
        throw new IllegalStateException("a plan's parameter outside of it: " + parameter);
    }

    /// Of a plan: `(SubPlan 1)`.
    default String subPlan(Expr.SubPlan subPlan) {
        throw new IllegalStateException("a subplan outside of a plan");
    }

    /// The names inside a subquery of the expression; they may refer to the ones out here.
    QueryColumns inside(Query query);
}
