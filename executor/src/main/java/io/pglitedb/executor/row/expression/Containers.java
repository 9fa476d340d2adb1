package io.pglitedb.executor.row.expression;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.array.ArraySubscripts;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.json.JsonbSubscripts;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Arrays and what else has subscripts: constructors, fetching and assigning of elements and slices, conversion
/// of elements.
final class Containers {
    private static final int DIMENSIONS_MAX = 6;

    private final ExpressionCompiler compiler;

    Containers(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    Evaluator array(Expr.ArrayConstructor array) {
        Evaluator[] elements = compiler.compileAll(array.elements()).toArray(new Evaluator[0]);
        int elementType = array.elementType();
        boolean nested = array.nested();
        return row -> {
            Object[] values = new Object[elements.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = elements[i].evaluate(row);
            }
            return nested ? joined(elementType, values) : PgArray.of(elementType, values);
        };
    }

    /// An array of arrays is one array with one more dimension; empty and NULL parts only go with their like.
    static PgArray joined(int elementType, Object[] parts) {
        List<PgArray> present = new ArrayList<>(parts.length);
        for (Object part : parts) {
            if (part instanceof PgArray array && array.dimensions().length > 0) {
                present.add(array);
            }
        }
        if (present.isEmpty()) {
            return PgArray.empty(elementType);
        }
        PgArray first = present.getFirst();
        boolean same = present.size() == parts.length;
        for (PgArray part : present) {
            same &= Arrays.equals(part.dimensions(), first.dimensions())
                    && Arrays.equals(part.lowerBounds(), first.lowerBounds());
        }
        if (!same) {
            throw new PgException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR,
                    "multidimensional arrays must have array expressions with matching dimensions");
        }
        int inner = first.dimensions().length;
        if (inner + 1 > DIMENSIONS_MAX) {
            throw new PgException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (%d) exceeds the maximum allowed (%d)"
                            .formatted(inner + 1, DIMENSIONS_MAX));
        }
        int[] dimensions = new int[inner + 1];
        int[] lowerBounds = new int[inner + 1];
        dimensions[0] = present.size();
        lowerBounds[0] = 1;
        System.arraycopy(first.dimensions(), 0, dimensions, 1, inner);
        System.arraycopy(first.lowerBounds(), 0, lowerBounds, 1, inner);
        int count = first.elements().length;
        Object[] elements = new Object[count * present.size()];
        for (int i = 0; i < present.size(); i++) {
            System.arraycopy(present.get(i).elements(), 0, elements, i * count, count);
        }
        return new PgArray(elementType, dimensions, lowerBounds, elements);
    }

    Evaluator subscript(Expr.SubscriptRef reference) {
        Evaluator container = compiler.compile(reference.container());
        Evaluator[] upper = bounds(reference.upper());
        Evaluator[] lower = bounds(reference.lower());
        Class<?> carrier = compiler.session().type(reference.containerType()).carrier();
        boolean jsonb = carrier == Jsonb.class;
        if (FixedElements.hasElements(carrier) && reference.assigned() == null) {
            return fixed(reference, container, upper);
        }
        if (!jsonb && carrier != PgArray.class) {
            throw PgException.notSupported(
                    "subscripting of type " + compiler.catalog().formatType(reference.containerType()));
        }
        if (reference.assigned() == null) {
            return jsonb ? fetchMember(container, upper) : fetch(reference, container, upper, lower);
        }
        // Inside the assigned value a CASE value stands for the part that is replaced: for nested assignments.
        Object[] old = new Object[1];
        Evaluator assigned = compiler.compileOver(old, reference.assigned());
        boolean needsOld = containsCaseValue(reference.assigned());
        Evaluator fetch = !needsOld
                ? row -> null
                : jsonb ? fetchMember(container, upper) : fetch(reference, container, upper, lower);
        Evaluator value = row -> {
            old[0] = fetch.evaluate(row);
            return assigned.evaluate(row);
        };
        return jsonb ? assignMember(container, upper, value) : assign(reference, container, upper, lower, value);
    }

    private static Evaluator fixed(Expr.SubscriptRef reference, Evaluator container, Evaluator[] subscripts) {
        if (reference.slice()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "slices of fixed-length arrays not implemented");
        }
        return row -> {
            Object value = container.evaluate(row);
            return value != null && subscripts.length == 1 && subscripts[0].evaluate(row) instanceof Integer number
                    ? FixedElements.element(value, number)
                    : null;
        };
    }

    private static boolean containsCaseValue(Expr expression) {
        return expression instanceof Expr.CaseTestValue
                || expression.children().stream().anyMatch(Containers::containsCaseValue);
    }

    /// Null where a bound is left out.
    private Evaluator[] bounds(List<Expr> bounds) {
        Evaluator[] compiled = new Evaluator[bounds.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = compiler.compileOptional(bounds.get(i));
        }
        return compiled;
    }

    private static Evaluator fetch(
            Expr.SubscriptRef reference, Evaluator container, Evaluator[] upper, Evaluator[] lower) {
        if (!reference.slice()) {
            return row -> {
                if (!(container.evaluate(row) instanceof PgArray array)) {
                    return null;
                }
                int[] subscripts = new int[upper.length];
                for (int i = 0; i < subscripts.length; i++) {
                    if (!(upper[i].evaluate(row) instanceof Integer subscript)) {
                        return null;
                    }
                    subscripts[i] = subscript;
                }
                return ArraySubscripts.element(array, subscripts);
            };
        }
        return row -> {
            if (!(container.evaluate(row) instanceof PgArray array)) {
                return null;
            }
            Integer[] from = new Integer[lower.length];
            Integer[] to = new Integer[upper.length];
            return values(lower, row, from) && values(upper, row, to) ? ArraySubscripts.slice(array, from, to) : null;
        };
    }

    /// False when a bound that is written is NULL.
    private static boolean values(Evaluator[] bounds, Object[] row, Integer[] out) {
        for (int i = 0; i < bounds.length; i++) {
            if (bounds[i] != null) {
                out[i] = (Integer) bounds[i].evaluate(row);
                if (out[i] == null) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Evaluator assign(
            Expr.SubscriptRef reference, Evaluator container, Evaluator[] upper, Evaluator[] lower, Evaluator value) {
        int elementType = reference.elementType();
        return row -> {
            PgArray array = container.evaluate(row) instanceof PgArray present ? present : PgArray.empty(elementType);
            Integer[] from = new Integer[lower.length];
            Integer[] to = new Integer[upper.length];
            if (!values(lower, row, from) || !values(upper, row, to)) {
                throw nullSubscript("array");
            }
            Object assigned = value.evaluate(row);
            if (reference.slice()) {
                return assigned == null ? array : ArraySubscripts.assignSlice(array, from, to, (PgArray) assigned);
            }
            int[] subscripts = Arrays.stream(to).mapToInt(Integer::intValue).toArray();
            return ArraySubscripts.assign(array, subscripts, assigned);
        };
    }

    private static PgException nullSubscript(String kind) {
        return new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, kind + " subscript in assignment must not be null");
    }

    private static Evaluator fetchMember(Evaluator container, Evaluator[] path) {
        return row -> {
            if (!(container.evaluate(row) instanceof Jsonb json)) {
                return null;
            }
            Object[] steps = new Object[path.length];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = path[i].evaluate(row);
                if (steps[i] == null) {
                    return null;
                }
            }
            return JsonbSubscripts.fetch(json, steps);
        };
    }

    private static Evaluator assignMember(Evaluator container, Evaluator[] path, Evaluator value) {
        return row -> {
            Object[] steps = new Object[path.length];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = path[i].evaluate(row);
                if (steps[i] == null) {
                    throw nullSubscript("jsonb");
                }
            }
            return JsonbSubscripts.assign((Jsonb) container.evaluate(row), steps, (Jsonb) value.evaluate(row));
        };
    }

    Evaluator coerce(Expr.ArrayCoerce coercion) {
        Evaluator argument = compiler.compile(coercion.argument());
        Object[] value = new Object[1];
        Evaluator element = compiler.compileOver(value, coercion.element());
        int elementType = compiler.catalog()
                .type(BaseTypes.of(compiler.catalog(), coercion.type()))
                .elementType();
        return row -> {
            if (!(argument.evaluate(row) instanceof PgArray array)) {
                return null;
            }
            Object[] elements = new Object[array.elements().length];
            for (int i = 0; i < elements.length; i++) {
                value[0] = array.elements()[i];
                elements[i] = element.evaluate(row);
            }
            return new PgArray(elementType, array.dimensions(), array.lowerBounds(), elements);
        };
    }
}
