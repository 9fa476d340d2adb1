package io.pglitedb.types.integer;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Operators of int4. Shifts take the count modulo the width of the Java operand, as the x86 and ARM builds of
/// PostgreSQL do.
public final class Int4Functions {
    private Int4Functions() {}

    @Prosrc("int4eq")
    public static boolean int4eq(int left, int right) {
        return left == right;
    }

    @Prosrc("int4ne")
    public static boolean int4ne(int left, int right) {
        return left != right;
    }

    @Prosrc("int4lt")
    public static boolean int4lt(int left, int right) {
        return left < right;
    }

    @Prosrc("int4le")
    public static boolean int4le(int left, int right) {
        return left <= right;
    }

    @Prosrc("int4gt")
    public static boolean int4gt(int left, int right) {
        return left > right;
    }

    @Prosrc("int4ge")
    public static boolean int4ge(int left, int right) {
        return left >= right;
    }

    @Prosrc("int4pl")
    public static int int4pl(int left, int right) {
        return narrow((long) left + right);
    }

    @Prosrc("int4mi")
    public static int int4mi(int left, int right) {
        return narrow((long) left - right);
    }

    @Prosrc("int4mul")
    public static int int4mul(int left, int right) {
        return narrow((long) left * right);
    }

    @Prosrc("int4div")
    public static int int4div(int left, int right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return narrow((long) left / right);
    }

    @Prosrc("int4mod")
    public static int int4mod(int left, int right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return left % right;
    }

    @Prosrc("int4um")
    public static int int4um(int value) {
        if (value == Integer.MIN_VALUE) {
            throw NumberErrors.outOfRange("integer");
        }
        return -value;
    }

    @Prosrc("int4abs")
    public static int int4abs(int value) {
        if (value == Integer.MIN_VALUE) {
            throw NumberErrors.outOfRange("integer");
        }
        return Math.abs(value);
    }

    @Prosrc("int4up")
    public static int int4up(int value) {
        return value;
    }

    @Prosrc("int4not")
    public static int int4not(int value) {
        return ~value;
    }

    @Prosrc("int4and")
    public static int int4and(int left, int right) {
        return left & right;
    }

    @Prosrc("int4or")
    public static int int4or(int left, int right) {
        return left | right;
    }

    @Prosrc("int4xor")
    public static int int4xor(int left, int right) {
        return left ^ right;
    }

    @Prosrc("int4shl")
    public static int int4shl(int value, int bits) {
        return value << bits;
    }

    @Prosrc("int4shr")
    public static int int4shr(int value, int bits) {
        return value >> bits;
    }

    @Prosrc("int4larger")
    public static int int4larger(int left, int right) {
        return Math.max(left, right);
    }

    @Prosrc("int4smaller")
    public static int int4smaller(int left, int right) {
        return Math.min(left, right);
    }

    @Prosrc("btint4cmp")
    public static int btint4cmp(int left, int right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    @Prosrc("int4inc")
    public static int int4inc(int value) {
        return narrow(value + 1L);
    }

    /// Works on negative numbers: the lowest value has no positive twin.
    @Prosrc("int4gcd")
    public static int int4gcd(int left, int right) {
        int a = Math.min(left > 0 ? -left : left, right > 0 ? -right : right);
        int b = Math.max(left > 0 ? -left : left, right > 0 ? -right : right);
        while (b != 0) {
            int rest = b == -1 ? 0 : a % b;
            a = b;
            b = rest;
        }
        if (a == Integer.MIN_VALUE) {
            throw NumberErrors.outOfRange("integer");
        }
        return -a;
    }

    @Prosrc("int4lcm")
    public static int int4lcm(int left, int right) {
        if (left == 0 || right == 0) {
            return 0;
        }
        int product = int4mul(left / int4gcd(left, right), right);
        if (product == Integer.MIN_VALUE) {
            throw NumberErrors.outOfRange("integer");
        }
        return Math.abs(product);
    }

    private static int narrow(long value) {
        if (value != (int) value) {
            throw NumberErrors.outOfRange("integer");
        }
        return (int) value;
    }
}
