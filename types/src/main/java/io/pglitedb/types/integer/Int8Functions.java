package io.pglitedb.types.integer;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Operators of int8. Shifts take the count modulo the width of the Java operand, as the x86 and ARM builds of
/// PostgreSQL do.
public final class Int8Functions {
    private Int8Functions() {}

    @Prosrc("int8eq")
    public static boolean int8eq(long left, long right) {
        return left == right;
    }

    @Prosrc("int8ne")
    public static boolean int8ne(long left, long right) {
        return left != right;
    }

    @Prosrc("int8lt")
    public static boolean int8lt(long left, long right) {
        return left < right;
    }

    @Prosrc("int8le")
    public static boolean int8le(long left, long right) {
        return left <= right;
    }

    @Prosrc("int8gt")
    public static boolean int8gt(long left, long right) {
        return left > right;
    }

    @Prosrc("int8ge")
    public static boolean int8ge(long left, long right) {
        return left >= right;
    }

    @Prosrc("int8pl")
    public static long int8pl(long left, long right) {
        try {
            return Math.addExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int8mi")
    public static long int8mi(long left, long right) {
        try {
            return Math.subtractExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int8mul")
    public static long int8mul(long left, long right) {
        try {
            return Math.multiplyExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int8div")
    public static long int8div(long left, long right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        if (right == -1) {
            if (left == Long.MIN_VALUE) {
                throw NumberErrors.outOfRange("bigint");
            }
            return -left;
        }
        return left / right;
    }

    @Prosrc("int8mod")
    public static long int8mod(long left, long right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return left % right;
    }

    @Prosrc("int8um")
    public static long int8um(long value) {
        if (value == Long.MIN_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return -value;
    }

    @Prosrc("int8abs")
    public static long int8abs(long value) {
        if (value == Long.MIN_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return Math.abs(value);
    }

    @Prosrc("int8up")
    public static long int8up(long value) {
        return value;
    }

    @Prosrc("int8not")
    public static long int8not(long value) {
        return ~value;
    }

    @Prosrc("int8and")
    public static long int8and(long left, long right) {
        return left & right;
    }

    @Prosrc("int8or")
    public static long int8or(long left, long right) {
        return left | right;
    }

    @Prosrc("int8xor")
    public static long int8xor(long left, long right) {
        return left ^ right;
    }

    @Prosrc("int8shl")
    public static long int8shl(long value, int bits) {
        return value << bits;
    }

    @Prosrc("int8shr")
    public static long int8shr(long value, int bits) {
        return value >> bits;
    }

    @Prosrc("int8larger")
    public static long int8larger(long left, long right) {
        return Math.max(left, right);
    }

    @Prosrc("int8smaller")
    public static long int8smaller(long left, long right) {
        return Math.min(left, right);
    }

    @Prosrc("btint8cmp")
    public static int btint8cmp(long left, long right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    /// Works on negative numbers: the lowest value has no positive twin.
    @Prosrc("int8gcd")
    public static long int8gcd(long left, long right) {
        long a = Math.min(left > 0 ? -left : left, right > 0 ? -right : right);
        long b = Math.max(left > 0 ? -left : left, right > 0 ? -right : right);
        while (b != 0) {
            long rest = b == -1 ? 0 : a % b;
            a = b;
            b = rest;
        }
        if (a == Long.MIN_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return -a;
    }

    @Prosrc("int8lcm")
    public static long int8lcm(long left, long right) {
        if (left == 0 || right == 0) {
            return 0;
        }
        long product = int8mul(left / int8gcd(left, right), right);
        if (product == Long.MIN_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return Math.abs(product);
    }
}
