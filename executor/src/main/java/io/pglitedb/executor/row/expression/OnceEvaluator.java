package io.pglitedb.executor.row.expression;

/// An expression with the same value for all rows of an execution: constants, the client's parameters, and
/// functions of them that are not volatile. Computed at the first use, so that an error stays in the branch that
/// raises it.
final class OnceEvaluator implements Evaluator {
    private final Evaluator expression;
    private final Parameters parameters;
    private long epoch = -1;
    private Object value;

    OnceEvaluator(Evaluator expression, Parameters parameters) {
        this.expression = expression;
        this.parameters = parameters;
    }

    @Override
    public Object evaluate(Object[] row) {
        long now = parameters.epoch();
        if (epoch != now) {
            value = expression.evaluate(row);
            epoch = now;
        }
        return value;
    }
}
