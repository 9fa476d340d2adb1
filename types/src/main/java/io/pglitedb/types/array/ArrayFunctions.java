package io.pglitedb.types.array;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Building, taking apart and searching arrays. Sources: `array_userfuncs.c`, `arrayfuncs.c`.
public final class ArrayFunctions {
    private static final int INT4 = 23;

    private ArrayFunctions() {}

    @Prosrc("array_in")
    public static PgArray input(CallContext call, Utf8 text, int elementType, int typmod) {
        return ArrayText.parse(text, call.session().type(elementType), ',', typmod, call.session());
    }

    @Prosrc("array_out")
    public static Utf8 output(CallContext call, PgArray array) {
        return new ArrayValueType(0, call.session().type(array.elementType())).toUtf8(array, call.session());
    }

    @Prosrc("array_append")
    public static PgArray append(CallContext call, PgArray array, Object element) {
        if (array == null || array.dimensions().length == 0) {
            return PgArray.of(elementType(call, array, 1), element);
        }
        checkOneDimension(array);
        int[] subscript = {Math.toIntExact(nextSubscript(array))};
        return ArraySubscripts.assign(array, subscript, element);
    }

    @Prosrc("array_prepend")
    public static PgArray prepend(CallContext call, Object element, PgArray array) {
        if (array == null || array.dimensions().length == 0) {
            return PgArray.of(elementType(call, array, 0), element);
        }
        checkOneDimension(array);
        int lower = array.lowerBounds()[0];
        if (lower == Integer.MIN_VALUE) {
            throw integerOutOfRange();
        }
        PgArray grown = ArraySubscripts.assign(array, new int[] {lower - 1}, element);
        return new PgArray(array.elementType(), grown.dimensions(), new int[] {lower}, grown.elements());
    }

    private static int elementType(CallContext call, PgArray array, int elementArgument) {
        return array != null
                ? array.elementType()
                : call.argumentType(elementArgument).oid();
    }

    private static void checkOneDimension(PgArray array) {
        if (array.dimensions().length != 1) {
            throw new PgException(SqlState.DATA_EXCEPTION, "argument must be empty or one-dimensional array");
        }
    }

    private static long nextSubscript(PgArray array) {
        long next = (long) array.lowerBounds()[0] + array.dimensions()[0];
        if (next > Integer.MAX_VALUE) {
            throw integerOutOfRange();
        }
        return next;
    }

    private static PgException integerOutOfRange() {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }

    @Prosrc("array_cat")
    public static PgArray concatenate(PgArray left, PgArray right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        int leftCount = left.dimensions().length;
        int rightCount = right.dimensions().length;
        if (leftCount == 0 && rightCount > 0) {
            return right;
        }
        if (rightCount == 0) {
            return left;
        }
        if (Math.abs(leftCount - rightCount) > 1) {
            throw incompatible("Arrays of %d and %d dimensions are not compatible for concatenation."
                    .formatted(leftCount, rightCount));
        }
        PgArray outer = leftCount >= rightCount ? left : right;
        int[] dimensions = outer.dimensions().clone();
        if (leftCount == rightCount) {
            dimensions[0] += right.dimensions()[0];
            if (!sameShape(left, 1, right, 1)) {
                throw incompatible("Arrays with differing element dimensions are not compatible for concatenation.");
            }
        } else {
            dimensions[0]++;
            if (!sameShape(outer, 1, outer == left ? right : left, 0)) {
                throw incompatible("Arrays with differing dimensions are not compatible for concatenation.");
            }
        }
        int count = ArrayShape.elementCount(dimensions);
        ArrayShape.checkBounds(dimensions, outer.lowerBounds());
        Object[] elements = Arrays.copyOf(left.elements(), count);
        System.arraycopy(right.elements(), 0, elements, left.elements().length, right.elements().length);
        return new PgArray(left.elementType(), dimensions, outer.lowerBounds(), elements);
    }

    private static boolean sameShape(PgArray a, int fromA, PgArray b, int fromB) {
        return Arrays.equals(a.dimensions(), fromA, a.dimensions().length, b.dimensions(), fromB, b.dimensions().length)
                && Arrays.equals(
                        a.lowerBounds(), fromA, a.lowerBounds().length, b.lowerBounds(), fromB, b.lowerBounds().length);
    }

    private static PgException incompatible(String detail) {
        return new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot concatenate incompatible arrays").detail(detail);
    }

    @Prosrc("array_ndims")
    public static Integer dimensionCount(PgArray array) {
        return array.dimensions().length == 0 ? null : array.dimensions().length;
    }

    @Prosrc("array_dims")
    public static Utf8 dimensions(PgArray array) {
        if (array.dimensions().length == 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < array.dimensions().length; i++) {
            int lower = array.lowerBounds()[i];
            text.append('[')
                    .append(lower)
                    .append(':')
                    .append(lower + array.dimensions()[i] - 1)
                    .append(']');
        }
        return Utf8.of(text.toString());
    }

    private static boolean has(PgArray array, int dimension) {
        return dimension > 0 && dimension <= array.dimensions().length;
    }

    @Prosrc("array_lower")
    public static Integer lower(PgArray array, int dimension) {
        return has(array, dimension) ? array.lowerBounds()[dimension - 1] : null;
    }

    @Prosrc("array_upper")
    public static Integer upper(PgArray array, int dimension) {
        return has(array, dimension)
                ? array.lowerBounds()[dimension - 1] + array.dimensions()[dimension - 1] - 1
                : null;
    }

    @Prosrc("array_length")
    public static Integer length(PgArray array, int dimension) {
        return has(array, dimension) ? array.dimensions()[dimension - 1] : null;
    }

    @Prosrc("array_cardinality")
    public static int cardinality(PgArray array) {
        return array.elements().length;
    }

    @Prosrc("array_position")
    public static Integer position(CallContext call, PgArray array, Object sought) {
        return array == null ? null : position(call, array, sought, Integer.MIN_VALUE);
    }

    @Prosrc("array_position_start")
    public static Integer position(CallContext call, PgArray array, Object sought, Integer start) {
        if (array == null) {
            return null;
        }
        if (array.dimensions().length == 1 && start == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "initial position must not be null");
        }
        IntArrayList found = positions(call, array, sought, start == null ? 0 : start, 1);
        return found.isEmpty() ? null : found.getInt(0);
    }

    @Prosrc("array_positions")
    public static PgArray positions(CallContext call, PgArray array, Object sought) {
        return array == null
                ? null
                : PgArray.of(
                        INT4,
                        positions(call, array, sought, Integer.MIN_VALUE, Integer.MAX_VALUE)
                                .toArray(new Object[0]));
    }

    private static IntArrayList positions(CallContext call, PgArray array, Object sought, int start, int max) {
        if (array.dimensions().length > 1) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "searching for elements in multidimensional arrays is not supported");
        }
        IntArrayList found = new IntArrayList();
        ValueType element = call.session().type(array.elementType());
        for (int i = 0; i < array.elements().length && found.size() < max; i++) {
            int position = array.lowerBounds()[0] + i;
            if (position >= start && same(element, array.elements()[i], sought)) {
                found.add(position);
            }
        }
        return found;
    }

    private static boolean same(ValueType element, Object left, Object right) {
        return left == null || right == null ? left == right : element.equal(left, right);
    }

    @Prosrc("array_remove")
    public static PgArray remove(CallContext call, PgArray array, Object sought) {
        if (array == null) {
            return null;
        }
        if (array.dimensions().length > 1) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "removing elements from multidimensional arrays is not supported");
        }
        ValueType element = call.session().type(array.elementType());
        Object[] kept = Arrays.stream(array.elements())
                .filter(each -> !same(element, each, sought))
                .toArray();
        if (kept.length == array.elements().length) {
            return array;
        }
        return kept.length == 0
                ? PgArray.empty(array.elementType())
                : new PgArray(array.elementType(), new int[] {kept.length}, array.lowerBounds(), kept);
    }

    @Prosrc("array_replace")
    public static PgArray replace(CallContext call, PgArray array, Object sought, Object replacement) {
        if (array == null) {
            return null;
        }
        ValueType element = call.session().type(array.elementType());
        Object[] elements = array.elements().clone();
        for (int i = 0; i < elements.length; i++) {
            if (same(element, elements[i], sought)) {
                elements[i] = replacement;
            }
        }
        return new PgArray(array.elementType(), array.dimensions(), array.lowerBounds(), elements);
    }

    @Prosrc("array_fill")
    public static PgArray fill(CallContext call, Object value, PgArray dimensions) {
        if (dimensions == null) {
            throw nullDimensions();
        }
        return fill(call.argumentType(0).oid(), value, dimensions, null);
    }

    @Prosrc("array_fill_with_lower_bounds")
    public static PgArray fill(CallContext call, Object value, PgArray dimensions, PgArray lowerBounds) {
        if (dimensions == null || lowerBounds == null) {
            throw nullDimensions();
        }
        return fill(call.argumentType(0).oid(), value, dimensions, lowerBounds);
    }

    private static PgException nullDimensions() {
        return new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "dimension array or low bound array cannot be null");
    }

    private static PgArray fill(int elementType, Object value, PgArray dimensions, PgArray lowerBounds) {
        int[] sizes = subscripts(dimensions);
        if (sizes.length > ArrayShape.DIMENSIONS_MAX) {
            throw ArrayShape.tooManyDimensions(sizes.length);
        }
        int[] bounds = ArrayShape.ones(sizes.length);
        if (lowerBounds != null) {
            bounds = subscripts(lowerBounds);
            if (bounds.length != sizes.length) {
                throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts")
                        .detail("Low bound array has different size than dimensions array.");
            }
        }
        int count = ArrayShape.elementCount(sizes);
        ArrayShape.checkBounds(sizes, bounds);
        if (count == 0) {
            return PgArray.empty(elementType);
        }
        Object[] elements = new Object[count];
        Arrays.fill(elements, value);
        return new PgArray(elementType, sizes, bounds, elements);
    }

    private static int[] subscripts(PgArray array) {
        if (array.dimensions().length > 1) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts")
                    .detail("Dimension array must be one dimensional.");
        }
        if (ArrayValueType.hasNull(array.elements())) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "dimension values cannot be null");
        }
        return Arrays.stream(array.elements()).mapToInt(each -> (Integer) each).toArray();
    }

    @Prosrc("trim_array")
    public static PgArray trim(PgArray array, int count) {
        int length = array.dimensions().length == 0 ? 0 : array.dimensions()[0];
        if (count < 0 || count > length) {
            throw new PgException(
                    SqlState.ARRAY_ELEMENT_ERROR, "number of elements to trim must be between 0 and " + length);
        }
        if (length == 0) {
            return array;
        }
        int lower = array.lowerBounds()[0];
        return ArraySubscripts.slice(array, new Integer[] {lower}, new Integer[] {lower + length - count - 1});
    }

    @Prosrc("array_unnest")
    public static Iterator<Object> unnest(PgArray array) {
        return Arrays.asList(array.elements()).iterator();
    }

    @Prosrc("generate_subscripts_nodir")
    public static Iterator<Object> generateSubscripts(PgArray array, int dimension) {
        return generateSubscripts(array, dimension, false);
    }

    @Prosrc("generate_subscripts")
    public static Iterator<Object> generateSubscripts(PgArray array, int dimension, boolean reverse) {
        if (!has(array, dimension)) {
            return List.of().iterator();
        }
        int lower = array.lowerBounds()[dimension - 1];
        int length = array.dimensions()[dimension - 1];
        return IntStream.range(0, length)
                .<Object>mapToObj(i -> reverse ? lower + length - 1 - i : lower + i)
                .iterator();
    }

    /// State of array_agg(anynonarray): the elements so far.
    private record Elements(int elementType, List<Object> values) {}

    @Prosrc("array_agg_transfn")
    public static Object aggregate(CallContext call, Object state, Object value) {
        Elements elements =
                state == null ? new Elements(call.argumentType(1).oid(), new ArrayList<>()) : (Elements) state;
        elements.values.add(value);
        return elements;
    }

    @Prosrc("array_agg_finalfn")
    public static PgArray aggregateFinal(Object state, Object ignored) {
        return state instanceof Elements elements ? PgArray.of(elements.elementType, elements.values.toArray()) : null;
    }

    /// State of array_agg(anyarray): arrays of one shape so far.
    private record SameShaped(List<PgArray> values) {}

    @Prosrc("array_agg_array_transfn")
    public static Object aggregateArrays(Object state, PgArray value) {
        SameShaped arrays = state == null ? new SameShaped(new ArrayList<>()) : (SameShaped) state;
        if (value == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "cannot accumulate null arrays");
        }
        if (arrays.values.isEmpty()) {
            if (value.dimensions().length == 0) {
                throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate empty arrays");
            }
            if (value.dimensions().length >= ArrayShape.DIMENSIONS_MAX) {
                throw ArrayShape.tooManyDimensions(value.dimensions().length + 1);
            }
        } else if (!Arrays.equals(arrays.values.getFirst().dimensions(), value.dimensions())) {
            throw new PgException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate arrays of different dimensionality");
        }
        arrays.values.add(value);
        return arrays;
    }

    @Prosrc("array_agg_array_finalfn")
    public static PgArray aggregateArraysFinal(Object state, PgArray ignored) {
        if (state == null) {
            return null;
        }
        List<PgArray> values = ((SameShaped) state).values;
        PgArray first = values.getFirst();
        int count = first.dimensions().length + 1;
        int[] dimensions = new int[count];
        int[] bounds = new int[count];
        dimensions[0] = values.size();
        bounds[0] = 1;
        System.arraycopy(first.dimensions(), 0, dimensions, 1, count - 1);
        System.arraycopy(first.lowerBounds(), 0, bounds, 1, count - 1);
        ArrayShape.elementCount(dimensions);
        return new PgArray(
                first.elementType(),
                dimensions,
                bounds,
                values.stream()
                        .flatMap(array -> Arrays.stream(array.elements()))
                        .toArray());
    }
}
