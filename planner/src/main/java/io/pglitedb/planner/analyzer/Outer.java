package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;

/// Moves expressions further into subqueries, or out of them.
final class Outer {
    private Outer() {}

    /// The same expression seen from `levels` queries further in, or out when negative; it has no subqueries and
    /// no aggregates.
    static Expr raise(Expr expression, int levels) {
        return expression instanceof Expr.Var variable
                ? variable.atLevel(variable.levelsUp() + levels)
                : expression.mapChildren(child -> raise(child, levels));
    }
}
