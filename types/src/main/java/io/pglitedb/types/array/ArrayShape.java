package io.pglitedb.types.array;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Arrays;

/// The arithmetic of dimensions: sizes, bounds, offsets. Row-major.
final class ArrayShape {
    static final int DIMENSIONS_MAX = 6;
    /// PostgreSQL's MaxArraySize: what fits into an allocation of 1 GB in pointers.
    static final int ELEMENTS_MAX = 134_217_727;

    private ArrayShape() {}

    /// Number of elements; 54000 when it is beyond all measure or a dimension is negative.
    static int elementCount(int[] dimensions) {
        if (dimensions.length == 0) {
            return 0;
        }
        long count = 1;
        for (int dimension : dimensions) {
            if (dimension < 0) {
                throw tooLarge();
            }
            count *= dimension;
            if (count > Integer.MAX_VALUE) {
                throw tooLarge();
            }
        }
        if (count > ELEMENTS_MAX) {
            throw tooLarge();
        }
        return (int) count;
    }

    static PgException tooLarge() {
        return new PgException(
                SqlState.PROGRAM_LIMIT_EXCEEDED, "array size exceeds the maximum allowed (" + ELEMENTS_MAX + ")");
    }

    static PgException tooManyDimensions(int count) {
        return new PgException(
                SqlState.PROGRAM_LIMIT_EXCEEDED,
                "number of array dimensions (%d) exceeds the maximum allowed (%d)".formatted(count, DIMENSIONS_MAX));
    }

    /// The upper bound of every dimension, plus one, must be an int.
    static void checkBounds(int[] dimensions, int[] lowerBounds) {
        for (int i = 0; i < dimensions.length; i++) {
            if ((long) lowerBounds[i] + dimensions[i] > Integer.MAX_VALUE) {
                throw new PgException(
                        SqlState.PROGRAM_LIMIT_EXCEEDED, "array lower bound is too large: " + lowerBounds[i]);
            }
        }
    }

    /// Elements between two neighbours in each dimension.
    static int[] strides(int[] dimensions) {
        int[] strides = new int[dimensions.length];
        int product = 1;
        for (int i = dimensions.length - 1; i >= 0; i--) {
            strides[i] = product;
            product *= dimensions[i];
        }
        return strides;
    }

    static int[] ones(int count) {
        int[] bounds = new int[count];
        Arrays.fill(bounds, 1);
        return bounds;
    }

    static boolean isSpace(int b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }
}
