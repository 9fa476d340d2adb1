package io.pglitedb.executor.row.expression;

import java.util.List;

/// Calls of functions with an implementation in Java, one form for each number of arguments.
final class FunctionEvaluator implements Evaluator {
    private final BoundFunction function;
    private final Evaluator[] arguments;

    private FunctionEvaluator(BoundFunction function, List<Evaluator> arguments) {
        this.function = function;
        this.arguments = arguments.toArray(new Evaluator[0]);
    }

    static Evaluator of(BoundFunction function, List<Evaluator> arguments) {
        if (arguments.size() == 1 && function.arity() == 1) {
            return new One(function, arguments.getFirst());
        }
        if (arguments.size() == 2 && function.arity() == 2) {
            return new Two(function, arguments.get(0), arguments.get(1));
        }
        return new FunctionEvaluator(function, arguments);
    }

    @Override
    public Object evaluate(Object[] row) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].evaluate(row);
            if (function.strict() && values[i] == null) {
                return null;
            }
        }
        return function.callAll(values);
    }

    private record One(BoundFunction function, Evaluator argument) implements Evaluator {
        @Override
        public Object evaluate(Object[] row) {
            return function.call(argument.evaluate(row));
        }
    }

    private record Two(BoundFunction function, Evaluator first, Evaluator second) implements Evaluator {
        @Override
        public Object evaluate(Object[] row) {
            Object left = first.evaluate(row);
            if (left == null && function.strict()) {
                return null;
            }
            return function.call(left, second.evaluate(row));
        }
    }
}
