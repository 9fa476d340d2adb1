package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import java.util.function.Predicate;

/// Searches in expressions; subqueries are not entered.
final class Walk {
    private Walk() {}

    static boolean any(Expr expression, Predicate<Expr> wanted) {
        if (wanted.test(expression)) {
            return true;
        }
        for (Expr child : expression.children()) {
            if (any(child, wanted)) {
                return true;
            }
        }
        return false;
    }

    static Expr first(Expr expression, Predicate<Expr> wanted) {
        if (wanted.test(expression)) {
            return expression;
        }
        for (Expr child : expression.children()) {
            Expr found = first(child, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// The same, but what is inside aggregates is not looked at.
    static Expr firstOutsideAggregates(Expr expression, Predicate<Expr> wanted) {
        if (wanted.test(expression)) {
            return expression;
        }
        if (expression instanceof Expr.AggregateCall || expression instanceof Expr.Grouping) {
            return null;
        }
        for (Expr child : expression.children()) {
            Expr found = firstOutsideAggregates(child, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static boolean containsLocalVariable(Expr expression) {
        return any(expression, e -> e instanceof Expr.Var variable && variable.levelsUp() == 0);
    }
}
