package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;

/// Finds calls that return sets.
final class SetReturning {
    private SetReturning() {}

    static boolean in(Expr expression) {
        if (expression instanceof Expr.FunctionCall call && call.returnsSet()
                || expression instanceof Expr.OperatorCall operator && operator.returnsSet()) {
            return true;
        }
        for (Expr child : expression.children()) {
            if (in(child)) {
                return true;
            }
        }
        return false;
    }
}
