package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Compiles analyzed expressions for one session. What has no evaluator yet fails here, before any row, with
/// 0A000.
public final class ExpressionCompiler {
    /// OID of pseudo-type "any".
    private static final int ANY = 2276;

    private final CatalogView catalog;
    private final SessionContext session;
    private final FunctionRegistry functions;
    /// Values of the arguments of the CASEs around the expression being compiled, innermost first.
    private final Deque<Object[]> caseValues = new ArrayDeque<>();

    public ExpressionCompiler(CatalogView catalog, SessionContext session, FunctionRegistry functions) {
        this.catalog = catalog;
        this.session = session;
        this.functions = functions;
    }

    /// 0A000 naming the function or the kind of expression that is not supported yet.
    public Evaluator compile(Expr expression) {
        return switch (expression) {
            case Expr.Const constant -> row -> constant.value();
            case Expr.FunctionCall call ->
                call.variadic()
                        ? variadic(call)
                        : function(
                                call.function(),
                                call.arguments(),
                                call.returnsSet(),
                                call.type(),
                                call.inputCollation());
            case Expr.OperatorCall call ->
                function(call.function(), call.arguments(), call.returnsSet(), call.type(), call.inputCollation());
            case Expr.BooleanExpr logic -> logic(logic);
            case Expr.NullTest test when !test.rowWise() -> nullTest(test);
            case Expr.BooleanTest test -> LogicEvaluators.test(compile(test.argument()), test.kind());
            case Expr.DistinctFrom test -> distinctFrom(test);
            case Expr.NullIf test -> nullIf(test);
            case Expr.Case choice -> choice(choice);
            case Expr.CaseTestValue test -> caseTestValue();
            case Expr.Coalesce coalesce -> coalesce(compileAll(coalesce.arguments()));
            case Expr.MinMax minMax -> minMax(minMax);
            case Expr.ArrayConstructor array when !array.nested() -> array(array);
            case Expr.ScalarArrayOperation operation -> scalarArray(operation);
            case Expr.RelabelType relabel -> compile(relabel.argument());
            case Expr.Collate collate -> compile(collate.argument());
            case Expr.CoerceViaIo coercion -> viaText(coercion);
            default ->
                throw PgException.notSupported(
                                "evaluation of " + expression.getClass().getSimpleName())
                        .at(expression.location() + 1);
        };
    }

    private List<Evaluator> compileAll(List<Expr> expressions) {
        List<Evaluator> evaluators = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            evaluators.add(compile(expression));
        }
        return List.copyOf(evaluators);
    }

    private Evaluator function(int oid, List<Expr> arguments, boolean returnsSet, int resultType, int collation) {
        FunctionDef function = catalog.function(oid);
        if (returnsSet) {
            throw PgException.notSupported("set-returning function " + function.name() + " in this place");
        }
        if (function.variadicElementType() == ANY) {
            return new VariadicEvaluator(
                    implementation(function),
                    function.strict(),
                    new CallContext(session, types(arguments), SqlType.of(resultType), collation),
                    compileAll(arguments),
                    false);
        }
        return call(function, compileAll(arguments), types(arguments), resultType, collation);
    }

    /// VARIADIC is written: an ordinary call with an array, unless the function takes "any".
    private Evaluator variadic(Expr.FunctionCall call) {
        FunctionDef function = catalog.function(call.function());
        CallContext context =
                new CallContext(session, types(call.arguments()), SqlType.of(call.type()), call.inputCollation());
        return function.variadicElementType() == ANY
                ? new VariadicEvaluator(
                        implementation(function), function.strict(), context, compileAll(call.arguments()), true)
                : new FunctionEvaluator(
                        implementation(function), function.strict(), context, compileAll(call.arguments()));
    }

    private static SqlType[] types(List<Expr> arguments) {
        return arguments.stream()
                .map(argument -> new SqlType(argument.type(), argument.typmod()))
                .toArray(SqlType[]::new);
    }

    private Evaluator call(
            FunctionDef function, List<Evaluator> arguments, SqlType[] types, int resultType, int collation) {
        CallContext context = new CallContext(session, types, SqlType.of(resultType), collation);
        return new FunctionEvaluator(implementation(function), function.strict(), context, arguments);
    }

    private FunctionImplementation implementation(FunctionDef function) {
        // PostgreSQL's own functions in SQL have no body in the facts: ours go by their signature.
        boolean signed = function.prosrc().isEmpty() && function.sqlBody().isEmpty();
        FunctionImplementation implementation = functions.find(signed ? signature(function) : function.prosrc());
        if (implementation == null) {
            throw PgException.notSupported("function " + signature(function));
        }
        return implementation;
    }

    private String signature(FunctionDef function) {
        List<String> names = function.argumentTypes().stream()
                .map(type -> catalog.formatType(type, -1))
                .toList();
        return function.name() + "(" + String.join(", ", names) + ")";
    }

    private Evaluator logic(Expr.BooleanExpr logic) {
        List<Evaluator> arguments = compileAll(logic.arguments());
        return switch (logic.kind()) {
            case AND -> LogicEvaluators.and(arguments);
            case OR -> LogicEvaluators.or(arguments);
            case NOT -> LogicEvaluators.not(arguments.getFirst());
        };
    }

    private Evaluator nullTest(Expr.NullTest test) {
        Evaluator argument = compile(test.argument());
        boolean isNull = test.isNull();
        return row -> (argument.evaluate(row) == null) == isNull;
    }

    private Evaluator distinctFrom(Expr.DistinctFrom test) {
        Evaluator left = compile(test.left());
        Evaluator right = compile(test.right());
        Comparison equal = comparison(test.function(), List.of(test.left(), test.right()), test.inputCollation());
        return row -> {
            Object a = left.evaluate(row);
            Object b = right.evaluate(row);
            return a == null || b == null ? a != b : !Boolean.TRUE.equals(equal.compare(a, b));
        };
    }

    private Evaluator nullIf(Expr.NullIf test) {
        Evaluator left = compile(test.left());
        Evaluator right = compile(test.right());
        Comparison equal = comparison(test.function(), List.of(test.left(), test.right()), test.inputCollation());
        return row -> {
            Object a = left.evaluate(row);
            Object b = right.evaluate(row);
            return a != null && b != null && Boolean.TRUE.equals(equal.compare(a, b)) ? null : a;
        };
    }

    /// An operator on two values that are not null.
    @FunctionalInterface
    private interface Comparison {
        Object compare(Object left, Object right);
    }

    private Comparison comparison(int function, List<Expr> operands, int collation) {
        Object[] pair = new Object[2];
        Evaluator operator = call(
                catalog.function(function),
                List.of(row -> row[0], row -> row[1]),
                types(operands),
                Expr.BOOL,
                collation);
        return (left, right) -> {
            pair[0] = left;
            pair[1] = right;
            return operator.evaluate(pair);
        };
    }

    private Evaluator choice(Expr.Case choice) {
        Evaluator argument = choice.argument() == null ? null : compile(choice.argument());
        Object[] value = new Object[1];
        if (argument != null) {
            caseValues.push(value);
        }
        List<Evaluator> conditions = new ArrayList<>();
        for (Expr.When branch : choice.branches()) {
            conditions.add(compile(branch.condition()));
        }
        if (argument != null) {
            caseValues.pop();
        }
        List<Evaluator> results = new ArrayList<>();
        for (Expr.When branch : choice.branches()) {
            results.add(compile(branch.result()));
        }
        Evaluator otherwise = compile(choice.otherwise());
        return row -> {
            if (argument != null) {
                value[0] = argument.evaluate(row);
            }
            for (int i = 0; i < conditions.size(); i++) {
                if (Boolean.TRUE.equals(conditions.get(i).evaluate(row))) {
                    return results.get(i).evaluate(row);
                }
            }
            return otherwise.evaluate(row);
        };
    }

    private Evaluator caseTestValue() {
        Object[] value = caseValues.peek();
        if (value == null) {
            throw new IllegalStateException("CASE value outside of a CASE");
        }
        return row -> value[0];
    }

    private static Evaluator coalesce(List<Evaluator> arguments) {
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
    private Evaluator minMax(Expr.MinMax minMax) {
        List<Evaluator> arguments = compileAll(minMax.arguments());
        ValueType type = session.type(minMax.type());
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

    private Evaluator array(Expr.ArrayConstructor array) {
        List<Evaluator> elements = compileAll(array.elements());
        return row -> {
            Object[] values = new Object[elements.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = elements.get(i).evaluate(row);
            }
            return PgArray.of(array.elementType(), values);
        };
    }

    /// `scalar op ANY (array)` is an OR over the elements, `ALL` an AND; a NULL array gives NULL.
    private Evaluator scalarArray(Expr.ScalarArrayOperation operation) {
        Evaluator scalar = compile(operation.scalar());
        Evaluator array = compile(operation.array());
        FunctionDef function = catalog.function(operation.function());
        Object[] pair = new Object[2];
        int elementType = catalog.type(operation.array().type()).elementType();
        SqlType[] types = {SqlType.of(operation.scalar().type()), SqlType.of(elementType)};
        Evaluator operator =
                call(function, List.of(row -> row[0], row -> row[1]), types, Expr.BOOL, operation.inputCollation());
        Boolean decisive = operation.any();
        return row -> {
            if (!(array.evaluate(row) instanceof PgArray values)) {
                return null;
            }
            pair[0] = scalar.evaluate(row);
            Object result = !decisive;
            for (Object element : values.elements()) {
                pair[1] = element;
                Object verdict = operator.evaluate(pair);
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

    private Evaluator viaText(Expr.CoerceViaIo coercion) {
        Evaluator argument = compile(coercion.argument());
        ValueType source = session.type(coercion.argument().type());
        ValueType target = session.type(coercion.type());
        return row -> {
            Object value = argument.evaluate(row);
            if (value == null) {
                return null;
            }
            Utf8 text = source.toUtf8(value, session);
            return target.parse(text, -1, session);
        };
    }
}
