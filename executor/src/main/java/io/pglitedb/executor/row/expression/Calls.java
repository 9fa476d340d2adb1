package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.RowShape;
import io.pglitedb.types.value.PgArray;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// Calls of functions and operators, and what is defined by an operator: IS DISTINCT FROM, NULLIF, ANY and ALL.
final class Calls {
    /// OID of pseudo-type "any".
    private static final int ANY = 2276;
    private static final char VOLATILE = 'v';

    private final ExpressionCompiler compiler;
    private final FunctionBinder binder;
    /// Of the outermost call being compiled, null for none.
    private RowShape rowShape;

    Calls(ExpressionCompiler compiler) {
        this.compiler = compiler;
        this.binder = compiler.binder();
    }

    <T> T shaped(RowShape shape, Supplier<T> compilation) {
        rowShape = shape;
        try {
            return compilation.get();
        } finally {
            rowShape = null;
        }
    }

    Evaluator function(Expr.FunctionCall call) {
        return call(call.function(), call.arguments(), call.variadic(), call.returnsSet(), call, call.inputCollation());
    }

    Evaluator operator(Expr.OperatorCall call) {
        return call(call.function(), call.arguments(), false, call.returnsSet(), call, call.inputCollation());
    }

    private Evaluator call(
            int oid, List<Expr> arguments, boolean variadic, boolean returnsSet, Expr call, int collation) {
        FunctionDef function = binder.catalog().function(oid);
        if (returnsSet) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "set-valued function called in context that cannot accept a set")
                    .at(call.location() + 1);
        }
        Evaluator value = value(function, arguments, variadic, call.type(), collation);
        if (function.allArguments().isEmpty() || call.type() != Oids.RECORD) {
            return value;
        }
        ResultRows rows = ResultRows.of(function, call.type(), binder.catalog());
        return row -> rows.carrier(value.evaluate(row));
    }

    private Evaluator value(
            FunctionDef function, List<Expr> arguments, boolean variadic, int resultType, int collation) {
        BoundFunction bound = binder.bind(function, types(arguments), SqlType.of(resultType), collation);
        if (rowShape != null) {
            bound = bound.withRowShape(rowShape);
            rowShape = null;
        }
        if (function.volatility() == VOLATILE) {
            compiler.varies();
        }
        List<Evaluator> values = compiler.compileAll(arguments);
        if (function.variadicElementType() == ANY) {
            return new VariadicEvaluator(bound, values, variadic);
        }
        Evaluator common = values.size() == 2
                ? ComparisonEvaluator.find(function.prosrc(), values.getFirst(), values.getLast())
                : null;
        return common == null ? FunctionEvaluator.of(bound, values) : common;
    }

    SetEvaluator set(Expr expression) {
        return switch (expression) {
            case Expr.FunctionCall call ->
                set(call.function(), call.arguments(), call.variadic(), call.type(), call.inputCollation());
            case Expr.OperatorCall call ->
                set(call.function(), call.arguments(), false, call.type(), call.inputCollation());
            default -> throw new IllegalArgumentException("returns no set: " + expression);
        };
    }

    private SetEvaluator set(int oid, List<Expr> arguments, boolean variadic, int resultType, int collation) {
        FunctionDef function = binder.catalog().function(oid);
        Evaluator call = value(function, arguments, variadic, resultType, collation);
        ResultRows rows = ResultRows.of(function, resultType, binder.catalog());
        return row -> {
            // A strict function gives no rows for a NULL argument.
            if (!(call.evaluate(row) instanceof Iterator<?> results)) {
                return Collections.emptyIterator();
            }
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return results.hasNext();
                }

                @Override
                public Object next() {
                    return rows.carrier(results.next());
                }
            };
        };
    }

    static SqlType[] types(List<Expr> arguments) {
        return arguments.stream()
                .map(argument -> new SqlType(argument.type(), argument.typmod()))
                .toArray(SqlType[]::new);
    }

    Evaluator distinctFrom(Expr.DistinctFrom test) {
        Evaluator left = compiler.compile(test.left());
        Evaluator right = compiler.compile(test.right());
        BoundFunction equal = predicate(test.function(), List.of(test.left(), test.right()), test.inputCollation());
        return row -> {
            Object a = left.evaluate(row);
            Object b = right.evaluate(row);
            return a == null || b == null ? a != b : !equal.test(a, b);
        };
    }

    Evaluator nullIf(Expr.NullIf test) {
        Evaluator left = compiler.compile(test.left());
        Evaluator right = compiler.compile(test.right());
        BoundFunction equal = predicate(test.function(), List.of(test.left(), test.right()), test.inputCollation());
        return row -> {
            Object a = left.evaluate(row);
            Object b = right.evaluate(row);
            return a != null && b != null && equal.test(a, b) ? null : a;
        };
    }

    private BoundFunction predicate(int function, List<Expr> operands, int collation) {
        return binder.bind(function, types(operands), SqlType.of(Expr.BOOL), collation);
    }

    /// `scalar op ANY (array)` is an OR over the elements, `ALL` an AND; a NULL array gives NULL.
    Evaluator scalarArray(Expr.ScalarArrayOperation operation) {
        Evaluator scalar = compiler.compile(operation.scalar());
        Evaluator array = compiler.compile(operation.array());
        FunctionDef function = binder.catalog().function(operation.function());
        if (function.volatility() == VOLATILE) {
            compiler.varies();
        }
        Evaluator membership = ArrayMembership.find(function.prosrc(), operation.any(), scalar, array);
        if (membership != null) {
            Collations.requireEquality(binder.catalog(), operation.inputCollation());
            return membership;
        }
        int elementType = binder.catalog().type(operation.array().type()).elementType();
        SqlType[] types = {SqlType.of(operation.scalar().type()), SqlType.of(elementType)};
        BoundFunction operator = binder.bind(function, types, SqlType.of(Expr.BOOL), operation.inputCollation());
        Boolean decisive = operation.any();
        return row -> {
            if (!(array.evaluate(row) instanceof PgArray values)) {
                return null;
            }
            Object value = scalar.evaluate(row);
            Object result = !decisive;
            for (Object element : values.elements()) {
                Object verdict = operator.call(value, element);
                if (decisive.equals(verdict)) {
                    return decisive;
                }
                if (verdict == null) {
                    result = null;
                }
            }
            return result;
        };
    }
}
