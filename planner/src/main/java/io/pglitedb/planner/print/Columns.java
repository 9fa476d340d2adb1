package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;

/// What the variables of an expression are called.
public interface Columns {
    /// Quoted, with its table where that is needed.
    String variable(Expr.Var variable);

    String slot(Expr.Slot slot);

    /// Of a statement or of a routine with a body in SQL.
    default String parameter(Expr.Param parameter) {
        return "$" + parameter.number();
    }

    /// Of a plan's own parameters.
    String executionParameter(Expr.Param parameter);

    /// Of a plan: `(SubPlan 1)`.
    String subPlan(Expr.SubPlan subPlan);

    /// The names inside a subquery of the expression; they may refer to the ones out here.
    QueryColumns inside(Query query);
}
