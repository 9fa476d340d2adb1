package io.pglitedb.executor.row.expression;

import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.PgArray;
import java.util.Arrays;
import java.util.List;

/// A call of a function declared VARIADIC "any": its body takes the variadic arguments as one `Object[]`, and
/// their types
/// from the call. With VARIADIC written, the last argument is an array and its elements are the arguments.
final class VariadicEvaluator implements Evaluator {
    private final BoundFunction function;
    private final Evaluator[] arguments;
    /// Arguments before the variadic ones.
    private final int fixed;
    /// Whether VARIADIC is written.
    private final boolean spread;

    VariadicEvaluator(BoundFunction function, List<Evaluator> arguments, boolean spread) {
        this.function = function;
        this.arguments = arguments.toArray(new Evaluator[0]);
        this.fixed = function.arity() - 1;
        this.spread = spread;
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
        Object[] passed = Arrays.copyOf(values, fixed + 1);
        if (!spread) {
            passed[fixed] = Arrays.copyOfRange(values, fixed, values.length);
            return function.callAll(passed);
        }
        if (!(values[fixed] instanceof PgArray array)) {
            passed[fixed] = null; // a NULL array: what that means is the body's business
            return function.callAll(passed);
        }
        passed[fixed] = array.elements();
        return function.implementation().invoke(withElementTypes(array), passed);
    }

    private CallContext withElementTypes(PgArray array) {
        CallContext call = function.context();
        SqlType[] types = Arrays.copyOf(call.argumentTypes(), fixed + Math.max(1, array.elements().length));
        Arrays.fill(types, fixed, types.length, SqlType.of(array.elementType()));
        return new CallContext(call.session(), types, call.resultType(), call.collation());
    }
}
