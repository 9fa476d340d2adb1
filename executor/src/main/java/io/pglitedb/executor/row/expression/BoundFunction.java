package io.pglitedb.executor.row.expression;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.RowShape;

/// A function ready to be called with values: its body and the facts about the calls. A strict one gives NULL for
/// a NULL argument without being called.
public final class BoundFunction {
    private final FunctionImplementation implementation;
    private final boolean strict;
    private final CallContext context;

    public BoundFunction(FunctionImplementation implementation, boolean strict, CallContext context) {
        this.implementation = implementation;
        this.strict = strict;
        this.context = context;
    }

    BoundFunction withRowShape(RowShape shape) {
        return new BoundFunction(implementation, strict, context.withRowShape(shape));
    }

    public boolean strict() {
        return strict;
    }

    /// Arguments that the body takes.
    public int arity() {
        return implementation.arity();
    }

    public CallContext context() {
        return context;
    }

    public FunctionImplementation implementation() {
        return implementation;
    }

    public Object call(Object argument) {
        if (strict && argument == null) {
            return null;
        }
        return implementation.call(context, argument);
    }

    public Object call(Object first, Object second) {
        if (strict && (first == null || second == null)) {
            return null;
        }
        return implementation.call(context, first, second);
    }

    /// @param arguments as many as `arity()`
    public Object callAll(Object[] arguments) {
        if (strict) {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
        }
        return implementation.invoke(context, arguments);
    }

    /// A predicate's verdict: true, and not false or unknown.
    public boolean test(Object first, Object second) {
        return Boolean.TRUE.equals(call(first, second));
    }
}
