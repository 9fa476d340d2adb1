package io.pglitedb.executor.row.expression;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import java.util.List;

/// A call of a function with an implementation in Java. A strict one gives NULL for a NULL argument without being
/// called.
final class FunctionEvaluator implements Evaluator {
    private final FunctionImplementation implementation;
    private final boolean strict;
    private final CallContext call;
    private final Evaluator[] arguments;

    FunctionEvaluator(
            FunctionImplementation implementation, boolean strict, CallContext call, List<Evaluator> arguments) {
        this.implementation = implementation;
        this.strict = strict;
        this.call = call;
        this.arguments = arguments.toArray(new Evaluator[0]);
    }

    @Override
    public Object evaluate(Object[] row) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].evaluate(row);
            if (strict && values[i] == null) {
                return null;
            }
        }
        return implementation.invoke(call, values);
    }
}
