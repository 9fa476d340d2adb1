package io.pglitedb.executor.row.expression;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import java.lang.invoke.MethodHandle;

/// A function ready to be called with values: its body and the facts about the calls. A strict one gives NULL for
/// a NULL argument without being called.
public final class BoundFunction {
    private final FunctionImplementation implementation;
    private final MethodHandle generic;
    private final boolean strict;
    private final CallContext context;

    public BoundFunction(FunctionImplementation implementation, boolean strict, CallContext context) {
        this.implementation = implementation;
        this.generic = implementation.generic();
        this.strict = strict;
        this.context = context;
    }

    public boolean strict() {
        return strict;
    }

    /// Arguments that the body takes.
    public int arity() {
        return implementation.arity();
    }

    CallContext context() {
        return context;
    }

    FunctionImplementation implementation() {
        return implementation;
    }

    public Object call(Object argument) {
        if (strict && argument == null) {
            return null;
        }
        try {
            return (Object) generic.invokeExact(context, argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(implementation.prosrc(), e);
        }
    }

    public Object call(Object first, Object second) {
        if (strict && (first == null || second == null)) {
            return null;
        }
        try {
            return (Object) generic.invokeExact(context, first, second);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(implementation.prosrc(), e);
        }
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
