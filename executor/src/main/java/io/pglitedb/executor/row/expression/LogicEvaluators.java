package io.pglitedb.executor.row.expression;

import io.pglitedb.planner.query.Expr.BooleanTestKind;
import java.util.List;

/// SQL's three-valued logic: true, false and null for unknown.
final class LogicEvaluators {
    private LogicEvaluators() {}

    /// False as soon as one is false, else unknown when one is unknown.
    static Evaluator and(List<Evaluator> arguments) {
        Evaluator[] parts = arguments.toArray(new Evaluator[0]);
        return row -> decide(parts, row, Boolean.FALSE);
    }

    /// True as soon as one is true, else unknown when one is unknown.
    static Evaluator or(List<Evaluator> arguments) {
        Evaluator[] parts = arguments.toArray(new Evaluator[0]);
        return row -> decide(parts, row, Boolean.TRUE);
    }

    private static Object decide(Evaluator[] arguments, Object[] row, Boolean decisive) {
        Object result = !decisive;
        for (Evaluator argument : arguments) {
            Object value = argument.evaluate(row);
            if (decisive.equals(value)) {
                return decisive;
            }
            if (value == null) {
                result = null;
            }
        }
        return result;
    }

    static Evaluator not(Evaluator argument) {
        return row -> argument.evaluate(row) instanceof Boolean value ? !value : null;
    }

    static Evaluator test(Evaluator argument, BooleanTestKind kind) {
        return switch (kind) {
            case IS_TRUE -> row -> Boolean.TRUE.equals(argument.evaluate(row));
            case IS_NOT_TRUE -> row -> !Boolean.TRUE.equals(argument.evaluate(row));
            case IS_FALSE -> row -> Boolean.FALSE.equals(argument.evaluate(row));
            case IS_NOT_FALSE -> row -> !Boolean.FALSE.equals(argument.evaluate(row));
            case IS_UNKNOWN -> row -> argument.evaluate(row) == null;
            case IS_NOT_UNKNOWN -> row -> argument.evaluate(row) != null;
        };
    }
}
