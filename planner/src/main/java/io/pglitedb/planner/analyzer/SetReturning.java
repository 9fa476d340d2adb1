package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;

/// Finds calls that return sets.
final class SetReturning {
    private SetReturning() {}

    static boolean in(Expr expression) {
        return Walk.any(expression, SetReturning::isSetCall);
    }

    static boolean isSetCall(Expr expression) {
        return expression instanceof Expr.FunctionCall call && call.returnsSet()
                || expression instanceof Expr.OperatorCall operator && operator.returnsSet();
    }
}
