package io.pglitedb.types.integer;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Operators of int2. Shifts take the count modulo the width of the Java operand, as the x86 and ARM builds of
/// PostgreSQL do.
public final class Int2Functions {
    private Int2Functions() {}

    @Prosrc("int2eq")
    public static boolean int2eq(short left, short right) {
        return left == right;
    }

    @Prosrc("int2ne")
    public static boolean int2ne(short left, short right) {
        return left != right;
    }

    @Prosrc("int2lt")
    public static boolean int2lt(short left, short right) {
        return left < right;
    }

    @Prosrc("int2le")
    public static boolean int2le(short left, short right) {
        return left <= right;
    }

    @Prosrc("int2gt")
    public static boolean int2gt(short left, short right) {
        return left > right;
    }

    @Prosrc("int2ge")
    public static boolean int2ge(short left, short right) {
        return left >= right;
    }

    @Prosrc("int2pl")
    public static short int2pl(short left, short right) {
        return narrow(left + right);
    }

    @Prosrc("int2mi")
    public static short int2mi(short left, short right) {
        return narrow(left - right);
    }

    @Prosrc("int2mul")
    public static short int2mul(short left, short right) {
        return narrow(left * right);
    }

    @Prosrc("int2div")
    public static short int2div(short left, short right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return narrow(left / right);
    }

    @Prosrc("int2mod")
    public static short int2mod(short left, short right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return (short) (left % right);
    }

    @Prosrc("int2um")
    public static short int2um(short value) {
        if (value == Short.MIN_VALUE) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) -value;
    }

    @Prosrc("int2abs")
    public static short int2abs(short value) {
        if (value == Short.MIN_VALUE) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) Math.abs(value);
    }

    @Prosrc("int2up")
    public static short int2up(short value) {
        return value;
    }

    @Prosrc("int2not")
    public static short int2not(short value) {
        return (short) ~value;
    }

    @Prosrc("int2and")
    public static short int2and(short left, short right) {
        return (short) (left & right);
    }

    @Prosrc("int2or")
    public static short int2or(short left, short right) {
        return (short) (left | right);
    }

    @Prosrc("int2xor")
    public static short int2xor(short left, short right) {
        return (short) (left ^ right);
    }

    @Prosrc("int2shl")
    public static short int2shl(short value, int bits) {
        return (short) (value << bits);
    }

    @Prosrc("int2shr")
    public static short int2shr(short value, int bits) {
        return (short) (value >> bits);
    }

    @Prosrc("int2larger")
    public static short int2larger(short left, short right) {
        return (short) Math.max(left, right);
    }

    @Prosrc("int2smaller")
    public static short int2smaller(short left, short right) {
        return (short) Math.min(left, right);
    }

    @Prosrc("btint2cmp")
    public static int btint2cmp(short left, short right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static short narrow(int value) {
        if (value != (short) value) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) value;
    }
}
