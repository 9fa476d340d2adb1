package io.pglitedb.types.integer;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Operators between integers of two widths; `int24pl` takes int2 and int4.
public final class MixedIntegerFunctions {
    private MixedIntegerFunctions() {}

    @Prosrc("int24eq")
    public static boolean int24eq(short left, int right) {
        return left == right;
    }

    @Prosrc("int24ne")
    public static boolean int24ne(short left, int right) {
        return left != right;
    }

    @Prosrc("int24lt")
    public static boolean int24lt(short left, int right) {
        return left < right;
    }

    @Prosrc("int24le")
    public static boolean int24le(short left, int right) {
        return left <= right;
    }

    @Prosrc("int24gt")
    public static boolean int24gt(short left, int right) {
        return left > right;
    }

    @Prosrc("int24ge")
    public static boolean int24ge(short left, int right) {
        return left >= right;
    }

    @Prosrc("int24pl")
    public static int int24pl(short left, int right) {
        return narrow((long) left + right);
    }

    @Prosrc("int24mi")
    public static int int24mi(short left, int right) {
        return narrow((long) left - right);
    }

    @Prosrc("int24mul")
    public static int int24mul(short left, int right) {
        return narrow((long) left * right);
    }

    @Prosrc("int24div")
    public static int int24div(short left, int right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return narrow((long) left / right);
    }

    @Prosrc("btint24cmp")
    public static int btint24cmp(short left, int right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    @Prosrc("int28eq")
    public static boolean int28eq(short left, long right) {
        return left == right;
    }

    @Prosrc("int28ne")
    public static boolean int28ne(short left, long right) {
        return left != right;
    }

    @Prosrc("int28lt")
    public static boolean int28lt(short left, long right) {
        return left < right;
    }

    @Prosrc("int28le")
    public static boolean int28le(short left, long right) {
        return left <= right;
    }

    @Prosrc("int28gt")
    public static boolean int28gt(short left, long right) {
        return left > right;
    }

    @Prosrc("int28ge")
    public static boolean int28ge(short left, long right) {
        return left >= right;
    }

    @Prosrc("int28pl")
    public static long int28pl(short left, long right) {
        try {
            return Math.addExact((long) left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int28mi")
    public static long int28mi(short left, long right) {
        try {
            return Math.subtractExact((long) left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int28mul")
    public static long int28mul(short left, long right) {
        try {
            return Math.multiplyExact((long) left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int28div")
    public static long int28div(short left, long right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return left / right;
    }

    @Prosrc("btint28cmp")
    public static int btint28cmp(short left, long right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    @Prosrc("int42eq")
    public static boolean int42eq(int left, short right) {
        return left == right;
    }

    @Prosrc("int42ne")
    public static boolean int42ne(int left, short right) {
        return left != right;
    }

    @Prosrc("int42lt")
    public static boolean int42lt(int left, short right) {
        return left < right;
    }

    @Prosrc("int42le")
    public static boolean int42le(int left, short right) {
        return left <= right;
    }

    @Prosrc("int42gt")
    public static boolean int42gt(int left, short right) {
        return left > right;
    }

    @Prosrc("int42ge")
    public static boolean int42ge(int left, short right) {
        return left >= right;
    }

    @Prosrc("int42pl")
    public static int int42pl(int left, short right) {
        return narrow((long) left + right);
    }

    @Prosrc("int42mi")
    public static int int42mi(int left, short right) {
        return narrow((long) left - right);
    }

    @Prosrc("int42mul")
    public static int int42mul(int left, short right) {
        return narrow((long) left * right);
    }

    @Prosrc("int42div")
    public static int int42div(int left, short right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return narrow((long) left / right);
    }

    @Prosrc("btint42cmp")
    public static int btint42cmp(int left, short right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    @Prosrc("int48eq")
    public static boolean int48eq(int left, long right) {
        return left == right;
    }

    @Prosrc("int48ne")
    public static boolean int48ne(int left, long right) {
        return left != right;
    }

    @Prosrc("int48lt")
    public static boolean int48lt(int left, long right) {
        return left < right;
    }

    @Prosrc("int48le")
    public static boolean int48le(int left, long right) {
        return left <= right;
    }

    @Prosrc("int48gt")
    public static boolean int48gt(int left, long right) {
        return left > right;
    }

    @Prosrc("int48ge")
    public static boolean int48ge(int left, long right) {
        return left >= right;
    }

    @Prosrc("int48pl")
    public static long int48pl(int left, long right) {
        try {
            return Math.addExact((long) left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int48mi")
    public static long int48mi(int left, long right) {
        try {
            return Math.subtractExact((long) left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int48mul")
    public static long int48mul(int left, long right) {
        try {
            return Math.multiplyExact((long) left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int48div")
    public static long int48div(int left, long right) {
        if (right == 0) {
            throw NumberErrors.divisionByZero();
        }
        return left / right;
    }

    @Prosrc("btint48cmp")
    public static int btint48cmp(int left, long right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    @Prosrc("int82eq")
    public static boolean int82eq(long left, short right) {
        return left == right;
    }

    @Prosrc("int82ne")
    public static boolean int82ne(long left, short right) {
        return left != right;
    }

    @Prosrc("int82lt")
    public static boolean int82lt(long left, short right) {
        return left < right;
    }

    @Prosrc("int82le")
    public static boolean int82le(long left, short right) {
        return left <= right;
    }

    @Prosrc("int82gt")
    public static boolean int82gt(long left, short right) {
        return left > right;
    }

    @Prosrc("int82ge")
    public static boolean int82ge(long left, short right) {
        return left >= right;
    }

    @Prosrc("int82pl")
    public static long int82pl(long left, short right) {
        try {
            return Math.addExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int82mi")
    public static long int82mi(long left, short right) {
        try {
            return Math.subtractExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int82mul")
    public static long int82mul(long left, short right) {
        try {
            return Math.multiplyExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int82div")
    public static long int82div(long left, short right) {
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

    @Prosrc("btint82cmp")
    public static int btint82cmp(long left, short right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    @Prosrc("int84eq")
    public static boolean int84eq(long left, int right) {
        return left == right;
    }

    @Prosrc("int84ne")
    public static boolean int84ne(long left, int right) {
        return left != right;
    }

    @Prosrc("int84lt")
    public static boolean int84lt(long left, int right) {
        return left < right;
    }

    @Prosrc("int84le")
    public static boolean int84le(long left, int right) {
        return left <= right;
    }

    @Prosrc("int84gt")
    public static boolean int84gt(long left, int right) {
        return left > right;
    }

    @Prosrc("int84ge")
    public static boolean int84ge(long left, int right) {
        return left >= right;
    }

    @Prosrc("int84pl")
    public static long int84pl(long left, int right) {
        try {
            return Math.addExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int84mi")
    public static long int84mi(long left, int right) {
        try {
            return Math.subtractExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int84mul")
    public static long int84mul(long left, int right) {
        try {
            return Math.multiplyExact(left, right);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    @Prosrc("int84div")
    public static long int84div(long left, int right) {
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

    @Prosrc("btint84cmp")
    public static int btint84cmp(long left, int right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static int narrow(long value) {
        if (value != (int) value) {
            throw NumberErrors.outOfRange("integer");
        }
        return (int) value;
    }
}
