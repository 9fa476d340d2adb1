package io.pglitedb.executor.row.expression;

import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.value.PgArray;
import java.util.Arrays;
import java.util.List;

/// A call of a function declared VARIADIC "any": its body takes the variadic arguments as one `Object[]`, and
/// their
/// types
/// from the call. With VARIADIC written, the last argument is an array and its elements are the arguments.
final class VariadicEvaluator implements Evaluator {
    private final FunctionImplementation implementation;
    private final boolean strict;
    private final CallContext call;
    private final Evaluator[] arguments;
    /// Arguments before the variadic ones.
    private final int fixed;
    /// Whether VARIADIC is written.
    private final boolean spread;

    VariadicEvaluator(
            FunctionImplementation implementation,
            boolean strict,
            CallContext call,
            List<Evaluator> arguments,
            boolean spread) {
        this.implementation = implementation;
        this.strict = strict;
        this.call = call;
        this.arguments = arguments.toArray(new Evaluator[0]);
        this.fixed = implementation.arity() - 1;
        this.spread = spread;
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
        Object[] passed = Arrays.copyOf(values, fixed + 1);
        if (!spread) {
            passed[fixed] = Arrays.copyOfRange(values, fixed, values.length);
            return implementation.invoke(call, passed);
        }
        if (!(values[fixed] instanceof PgArray array)) {
            passed[fixed] = null; // a NULL array: what that means is the body's business
            return implementation.invoke(call, passed);
        }
        passed[fixed] = array.elements();
        return implementation.invoke(withElementTypes(array), passed);
    }

    private CallContext withElementTypes(PgArray array) {
        SqlType[] types = Arrays.copyOf(call.argumentTypes(), fixed + Math.max(1, array.elements().length));
        Arrays.fill(types, fixed, types.length, SqlType.of(array.elementType()));
        return new CallContext(call.session(), types, call.resultType(), call.collation());
    }
}
