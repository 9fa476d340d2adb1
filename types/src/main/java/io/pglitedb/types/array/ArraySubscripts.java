package io.pglitedb.types.array;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.Arrays;

/// Subscripting: `a[i]`, `a[l:u]` and assignment to them. A bound of a slice that is left out is null. Subscripts that
/// are NULL are the caller's business: reading gives NULL, assigning is an error.
public final class ArraySubscripts {
    private ArraySubscripts() {}

    /// The element, null when it is NULL, out of bounds, or the number of subscripts is not that of dimensions.
    public static Object element(PgArray array, int[] subscripts) {
        int[] dimensions = array.dimensions();
        if (subscripts.length != dimensions.length || subscripts.length == 0) {
            return null;
        }
        int offset = 0;
        for (int i = 0; i < dimensions.length; i++) {
            long position = (long) subscripts[i] - array.lowerBounds()[i];
            if (position < 0 || position >= dimensions[i]) {
                return null;
            }
            offset = offset * dimensions[i] + (int) position;
        }
        return array.elements()[offset];
    }

    /// The slice, its subscripts from 1; an empty array when it lies outside.
    public static PgArray slice(PgArray array, Integer[] lower, Integer[] upper) {
        int count = array.dimensions().length;
        if (count == 0 || count < lower.length) {
            return PgArray.empty(array.elementType());
        }
        int[] from = array.lowerBounds().clone();
        int[] span = array.dimensions().clone();
        for (int i = 0; i < lower.length; i++) {
            int least = array.lowerBounds()[i];
            int greatest = least + array.dimensions()[i] - 1;
            int low = lower[i] == null ? least : Math.max(lower[i], least);
            int high = upper[i] == null ? greatest : Math.min(upper[i], greatest);
            if (low > high) {
                return PgArray.empty(array.elementType());
            }
            from[i] = low;
            span[i] = high - low + 1;
        }
        Object[] elements = new Object[ArrayShape.elementCount(span)];
        walk(array, from, span, (offset, position) -> elements[position] = array.elements()[offset]);
        return new PgArray(array.elementType(), span, ArrayShape.ones(count), elements);
    }

    /// `array[subscripts] = value`; grows an array of one dimension, filling gaps with NULL.
    public static PgArray assign(PgArray array, int[] subscripts, Object value) {
        int count = subscripts.length;
        if (count == 0 || count > ArrayShape.DIMENSIONS_MAX) {
            throw wrongCount();
        }
        if (array.dimensions().length == 0) {
            int[] dimensions = ArrayShape.ones(count);
            ArrayShape.checkBounds(dimensions, subscripts);
            return new PgArray(array.elementType(), dimensions, subscripts.clone(), new Object[] {value});
        }
        if (array.dimensions().length != count) {
            throw wrongCount();
        }
        PgArray target = count == 1 ? grow(array, subscripts[0], subscripts[0]) : array;
        int offset = 0;
        for (int i = 0; i < count; i++) {
            long position = (long) subscripts[i] - target.lowerBounds()[i];
            if (position < 0 || position >= target.dimensions()[i]) {
                throw outOfRange();
            }
            offset = offset * target.dimensions()[i] + (int) position;
        }
        Object[] elements = target.elements().clone();
        elements[offset] = value;
        return new PgArray(array.elementType(), target.dimensions(), target.lowerBounds(), elements);
    }

    /// `array[lower:upper]… = source`, whose elements are taken in row-major order; surplus ones are ignored.
    public static PgArray assignSlice(PgArray array, Integer[] lower, Integer[] upper, PgArray source) {
        int given = lower.length;
        if (given == 0 || given > ArrayShape.DIMENSIONS_MAX) {
            throw wrongCount();
        }
        int count = array.dimensions().length;
        if (count == 0) {
            return sliceOfEmpty(array.elementType(), lower, upper, source);
        }
        if (count < given) {
            throw wrongCount();
        }
        int[] from = array.lowerBounds().clone();
        int[] span = array.dimensions().clone();
        PgArray target = array;
        for (int i = 0; i < given; i++) {
            int least = array.lowerBounds()[i];
            int greatest = least + array.dimensions()[i] - 1;
            int low = lower[i] == null ? least : lower[i];
            int high = upper[i] == null ? greatest : upper[i];
            if (low > high) {
                throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "upper bound cannot be less than lower bound");
            }
            if (count == 1) {
                target = grow(array, low, high);
            } else if (low < least || high > greatest) {
                throw outOfRange();
            }
            from[i] = low;
            span[i] = high - low + 1;
        }
        if (source.elements().length < ArrayShape.elementCount(span)) {
            throw tooSmall();
        }
        Object[] elements = target.elements().clone();
        walk(target, from, span, (offset, position) -> elements[offset] = source.elements()[position]);
        return new PgArray(array.elementType(), target.dimensions(), target.lowerBounds(), elements);
    }

    private static PgArray sliceOfEmpty(int elementType, Integer[] lower, Integer[] upper, PgArray source) {
        int[] dimensions = new int[lower.length];
        int[] bounds = new int[lower.length];
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] == null || upper[i] == null) {
                throw new PgException(
                                SqlState.ARRAY_SUBSCRIPT_ERROR, "array slice subscript must provide both boundaries")
                        .detail("When assigning to a slice of an empty array value,"
                                + " slice boundaries must be fully specified.");
            }
            long length = 1L + upper[i] - lower[i];
            if (length > Integer.MAX_VALUE) {
                throw ArrayShape.tooLarge();
            }
            dimensions[i] = (int) length;
            bounds[i] = lower[i];
        }
        int count = ArrayShape.elementCount(dimensions);
        if (source.elements().length < count) {
            throw tooSmall();
        }
        ArrayShape.checkBounds(dimensions, bounds);
        return count == 0
                ? PgArray.empty(elementType)
                : new PgArray(elementType, dimensions, bounds, Arrays.copyOf(source.elements(), count));
    }

    /// One dimension only: makes `low … high` valid subscripts, new elements NULL.
    private static PgArray grow(PgArray array, int low, int high) {
        int least = array.lowerBounds()[0];
        int newLeast = Math.min(least, low);
        long newGreatest = Math.max((long) least + array.dimensions()[0] - 1, high);
        long length = newGreatest - newLeast + 1;
        if (length > ArrayShape.ELEMENTS_MAX) {
            throw ArrayShape.tooLarge();
        }
        if (length == array.dimensions()[0]) {
            return array;
        }
        int[] dimensions = {(int) length};
        int[] bounds = {newLeast};
        ArrayShape.checkBounds(dimensions, bounds);
        Object[] elements = new Object[(int) length];
        System.arraycopy(array.elements(), 0, elements, least - newLeast, array.elements().length);
        return new PgArray(array.elementType(), dimensions, bounds, elements);
    }

    private interface Visit {
        /// @param offset in the array
        /// @param position in the slice, from 0
        void at(int offset, int position);
    }

    private static void walk(PgArray array, int[] from, int[] span, Visit visit) {
        int[] strides = ArrayShape.strides(array.dimensions());
        int base = 0;
        for (int i = 0; i < from.length; i++) {
            base += (from[i] - array.lowerBounds()[i]) * strides[i];
        }
        int[] index = new int[span.length];
        int count = ArrayShape.elementCount(span);
        int offset = base;
        for (int position = 0; position < count; position++) {
            visit.at(offset, position);
            for (int i = span.length - 1; i >= 0; i--) {
                offset += strides[i];
                if (++index[i] < span[i]) {
                    break;
                }
                offset -= index[i] * strides[i];
                index[i] = 0;
            }
        }
    }

    private static PgException wrongCount() {
        return new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
    }

    private static PgException outOfRange() {
        return new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array subscript out of range");
    }

    private static PgException tooSmall() {
        return new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "source array too small");
    }
}
