package io.pglitedb.executor.vector.expression;

import io.pglitedb.planner.query.Expr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Calls that occur more than once among some expressions, compiled once each.
final class RepeatedExpressions {
    static final RepeatedExpressions NONE = new RepeatedExpressions(Set.of());

    private final Set<Expr> calls;
    private final Map<Expr, VectorExpression> compiled = new HashMap<>();

    private RepeatedExpressions(Set<Expr> calls) {
        this.calls = calls;
    }

    static RepeatedExpressions of(List<? extends Expr> expressions) {
        Set<Expr> seen = new HashSet<>();
        Set<Expr> repeated = new HashSet<>();
        expressions.forEach(expression -> expression.children().forEach(child -> collect(child, seen, repeated)));
        return repeated.isEmpty() ? NONE : new RepeatedExpressions(repeated);
    }

    private static void collect(Expr expression, Set<Expr> seen, Set<Expr> repeated) {
        boolean isCall = expression instanceof Expr.FunctionCall || expression instanceof Expr.OperatorCall;
        if (isCall && !seen.add(expression)) {
            repeated.add(expression);
            return;
        }
        expression.children().forEach(child -> collect(child, seen, repeated));
    }

    /// @param compiler of this expression
    VectorExpression shared(Expr expression, Supplier<VectorExpression> compiler) {
        if (!calls.contains(expression)) {
            return compiler.get();
        }
        VectorExpression known = compiled.get(expression);
        if (known == null) {
            known = new SharedExpression(compiler.get());
            compiled.put(expression, known);
        }
        return known;
    }
}
