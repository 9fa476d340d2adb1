package io.pglitedb.types.numeric;

import io.pglitedb.types.kernel.ColumnKernel;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;

/// numeric over columns of unscaled longs: exact, as the operands' magnitudes tell beforehand that no result
/// leaves 63 bits; else null, and the functions compute with Numeric. Loops run over all slots, NULL or not:
/// nothing in them fails.
public final class DecimalColumns {
    /// Exponent of two that no magnitude may exceed.
    private static final int BITS_MAX = 62;
    private static final int DIGITS_MAX = 18;

    private DecimalColumns() {}

    /// @param bits no magnitude exceeds two to the power of it
    private record Operand(long[] values, int scale, int bits, int length) {
        /// The same numbers with at least as many digits after the point; null when they may not fit.
        Operand rescaled(int newScale) {
            int digits = newScale - scale;
            if (digits == 0) {
                return this;
            }
            if (digits > DIGITS_MAX) {
                return null;
            }
            long factor = NumericArithmetic.powerOfTen(digits);
            int newBits = bits + bitsOf(factor);
            if (newBits > BITS_MAX) {
                return null;
            }
            long[] products = new long[length];
            for (int row = 0; row < length; row++) {
                products[row] = values[row] * factor;
            }
            return new Operand(products, newScale, newBits, length);
        }
    }

    /// Two operands with the digits of the one that has more.
    private record Pair(Operand left, Operand right) {
        /// Null when one is not of unscaled longs.
        static Pair aligned(Vector left, Vector right) {
            Operand a = operand(left);
            Operand b = operand(right);
            if (a == null || b == null) {
                return null;
            }
            int scale = Math.max(a.scale, b.scale);
            a = a.rescaled(scale);
            b = b.rescaled(scale);
            return a == null || b == null ? null : new Pair(a, b);
        }

        int length() {
            return left.length;
        }
    }

    private static int bitsOf(long magnitude) {
        return Long.SIZE - Long.numberOfLeadingZeros(magnitude);
    }

    /// Null when the vector is not one of unscaled longs.
    private static Operand operand(Vector vector) {
        return switch (vector) {
            case DecimalVector(long[] unscaled, int scale, long[] _, int length) ->
                new Operand(unscaled, scale, bitsOf(magnitudes(unscaled, length)), length);
            case ConstantVector constant -> constant((Numeric) constant.value(), constant.length());
            default -> null;
        };
    }

    private static Operand constant(Numeric value, int length) {
        if (!value.isFinite() || value.decimal().unscaledValue().bitLength() > BITS_MAX) {
            return null;
        }
        long unscaled = value.decimal().unscaledValue().longValue();
        long[] values = new long[length];
        Arrays.fill(values, unscaled);
        return new Operand(values, value.displayScale(), bitsOf(Math.abs(unscaled)), length);
    }

    /// An OR over v, or -v - 1 of a negative one: |v| is at most two to the power of its bits.
    private static long magnitudes(long[] values, int length) {
        long all = 0;
        for (int row = 0; row < length; row++) {
            all |= values[row] ^ values[row] >> 63;
        }
        return all;
    }

    @ColumnKernel("numeric_add")
    public static Vector add(Vector left, Vector right, Selection rows, long[] nulls) {
        return sum(left, right, nulls, 1);
    }

    @ColumnKernel("numeric_sub")
    public static Vector subtract(Vector left, Vector right, Selection rows, long[] nulls) {
        return sum(left, right, nulls, -1);
    }

    private static Vector sum(Vector left, Vector right, long[] nulls, long sign) {
        Pair pair = Pair.aligned(left, right);
        if (pair == null || Math.max(pair.left.bits, pair.right.bits) >= BITS_MAX) {
            return null;
        }
        long[] a = pair.left.values;
        long[] b = pair.right.values;
        long[] sums = new long[pair.length()];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = a[row] + b[row] * sign;
        }
        return new DecimalVector(sums, pair.left.scale, nulls, sums.length);
    }

    @ColumnKernel("numeric_mul")
    public static Vector multiply(Vector left, Vector right, Selection rows, long[] nulls) {
        Operand a = operand(left);
        Operand b = operand(right);
        if (a == null || b == null || a.bits + b.bits > BITS_MAX || a.scale + b.scale > NumericArithmetic.MAX_SCALE) {
            return null;
        }
        long[] products = new long[a.length];
        for (int row = 0; row < products.length; row++) {
            products[row] = a.values[row] * b.values[row];
        }
        return new DecimalVector(products, a.scale + b.scale, nulls, products.length);
    }

    @ColumnKernel("numeric_uminus")
    public static Vector negate(Vector value, Selection rows, long[] nulls) {
        Operand operand = operand(value);
        if (operand == null || operand.bits > BITS_MAX) {
            return null;
        }
        long[] negated = new long[operand.length];
        for (int row = 0; row < negated.length; row++) {
            negated[row] = -operand.values[row];
        }
        return new DecimalVector(negated, operand.scale, nulls, negated.length);
    }

    @ColumnKernel("int8_numeric")
    public static Vector ofInt8(Vector value, Selection rows, long[] nulls) {
        return value instanceof LongVector longs ? new DecimalVector(longs.values(), 0, nulls, longs.length()) : null;
    }

    @ColumnKernel({"int4_numeric", "int2_numeric"})
    public static Vector ofInt4(Vector value, Selection rows, long[] nulls) {
        if (!(value instanceof IntVector ints)) {
            return null;
        }
        long[] values = new long[ints.length()];
        for (int row = 0; row < values.length; row++) {
            values[row] = ints.values()[row];
        }
        return new DecimalVector(values, 0, nulls, values.length);
    }

    // What comparisons accept: bit 0 less, bit 1 equal, bit 2 greater.

    @ColumnKernel("numeric_lt")
    public static Selection less(Vector left, Vector right, Selection rows, long[] nulls) {
        return compare(left, right, rows, 0b001);
    }

    @ColumnKernel("numeric_le")
    public static Selection lessOrEqual(Vector left, Vector right, Selection rows, long[] nulls) {
        return compare(left, right, rows, 0b011);
    }

    @ColumnKernel("numeric_eq")
    public static Selection equal(Vector left, Vector right, Selection rows, long[] nulls) {
        return compare(left, right, rows, 0b010);
    }

    @ColumnKernel("numeric_ne")
    public static Selection unequal(Vector left, Vector right, Selection rows, long[] nulls) {
        return compare(left, right, rows, 0b101);
    }

    @ColumnKernel("numeric_ge")
    public static Selection greaterOrEqual(Vector left, Vector right, Selection rows, long[] nulls) {
        return compare(left, right, rows, 0b110);
    }

    @ColumnKernel("numeric_gt")
    public static Selection greater(Vector left, Vector right, Selection rows, long[] nulls) {
        return compare(left, right, rows, 0b100);
    }

    private static Selection compare(Vector left, Vector right, Selection rows, int accepted) {
        Pair pair = Pair.aligned(left, right);
        if (pair == null) {
            return null;
        }
        long[] a = pair.left.values;
        long[] b = pair.right.values;
        int[] selected = new int[rows.count()];
        int size = 0;
        for (int index = 0; index < selected.length; index++) {
            int row = rows.row(index);
            int order = (a[row] > b[row] ? 2 : 1) - (a[row] < b[row] ? 1 : 0);
            selected[size] = row;
            size += accepted >> order & 1;
        }
        return size == rows.count() ? rows : new Selection(selected, size);
    }
}
