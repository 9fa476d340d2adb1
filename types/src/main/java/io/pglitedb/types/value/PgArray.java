package io.pglitedb.types.value;

import java.util.Arrays;

/// The carrier of every array type. Row-major. An empty array has no dimension.
///
/// @param elementType OID
/// @param dimensions length of each dimension, at most 6, none 0
/// @param lowerBounds subscript of the first element in each dimension
/// @param elements values, null for SQL NULL; not to be changed
public record PgArray(int elementType, int[] dimensions, int[] lowerBounds, Object[] elements) {
    private static final int[] NONE = {};

    public static PgArray empty(int elementType) {
        return new PgArray(elementType, NONE, NONE, new Object[0]);
    }

    /// One dimension, subscripts from 1.
    public static PgArray of(int elementType, Object... elements) {
        return elements.length == 0
                ? empty(elementType)
                : new PgArray(elementType, new int[] {elements.length}, new int[] {1}, elements);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PgArray that
                && elementType == that.elementType
                && Arrays.equals(dimensions, that.dimensions)
                && Arrays.equals(lowerBounds, that.lowerBounds)
                && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements) * 31 + Arrays.hashCode(dimensions);
    }

    @Override
    public String toString() {
        return Arrays.toString(elements);
    }
}
