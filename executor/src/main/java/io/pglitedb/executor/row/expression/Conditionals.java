package io.pglitedb.executor.row.expression;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// CASE, COALESCE, GREATEST and LEAST.
final class Conditionals {
    private final ExpressionCompiler compiler;
    /// Values of the arguments of the CASEs around the expression being compiled, innermost first.
    private final Deque<Object[]> caseValues = new ArrayDeque<>();

    Conditionals(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    Evaluator choice(Expr.Case choice) {
        Evaluator argument = compiler.compileOptional(choice.argument());
        Object[] value = new Object[1];
        int count = choice.branches().size();
        Evaluator[] conditions = new Evaluator[count];
        Evaluator[] results = new Evaluator[count];
        for (int i = 0; i < count; i++) {
            Expr condition = choice.branches().get(i).condition();
            conditions[i] = argument == null ? compiler.compile(condition) : compileOver(value, condition);
            results[i] = compiler.compile(choice.branches().get(i).result());
        }
        Evaluator otherwise = compiler.compile(choice.otherwise());
        return row -> {
            if (argument != null) {
                value[0] = argument.evaluate(row);
            }
            for (int i = 0; i < count; i++) {
                if (Boolean.TRUE.equals(conditions[i].evaluate(row))) {
                    return results[i].evaluate(row);
                }
            }
            return otherwise.evaluate(row);
        };
    }

    /// An expression in which [Expr.CaseTestValue] is what `value[0]` holds when it is evaluated.
    Evaluator compileOver(Object[] value, Expr expression) {
        caseValues.push(value);
        try {
            return compiler.compile(expression);
        } finally {
            caseValues.pop();
        }
    }

    Evaluator caseTestValue() {
        Object[] value = caseValues.peek();
        if (value == null) {
            throw new IllegalStateException("CASE value outside of a CASE");
        }
        compiler.varies();
        return row -> value[0];
    }

    static Evaluator coalesce(List<Evaluator> arguments) {
        return row -> {
            for (Evaluator argument : arguments) {
                Object value = argument.evaluate(row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }

    /// GREATEST and LEAST ignore nulls.
    Evaluator minMax(Expr.MinMax minMax) {
        Collations.requireOrder(compiler.catalog(), minMax.inputCollation());
        List<Evaluator> arguments = new ArrayList<>(compiler.compileAll(minMax.arguments()));
        ValueType type = compiler.session().type(minMax.type());
        int sign = minMax.greatest() ? 1 : -1;
        return row -> {
            Object best = null;
            for (Evaluator argument : arguments) {
                Object value = argument.evaluate(row);
                if (value != null && (best == null || sign * Integer.signum(type.compare(value, best)) > 0)) {
                    best = value;
                }
            }
            return best;
        };
    }
}
