package io.pglitedb.types.money;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Arithmetic of money: products with a floating factor are rounded to the cent, quotients by an integer cut.
public final class MoneyArithmetic {
    private MoneyArithmetic() {}

    private static PgException outOfRange() {
        return NumberErrors.outOfRange("money");
    }

    private static PgException divisionByZero() {
        return new PgException(SqlState.DIVISION_BY_ZERO, "division by zero");
    }

    @Prosrc("cash_pl")
    public static long add(long left, long right) {
        try {
            return Math.addExact(left, right);
        } catch (ArithmeticException e) {
            throw outOfRange();
        }
    }

    @Prosrc("cash_mi")
    public static long subtract(long left, long right) {
        try {
            return Math.subtractExact(left, right);
        } catch (ArithmeticException e) {
            throw outOfRange();
        }
    }

    @Prosrc("cash_div_cash")
    public static double ratio(long left, long right) {
        if (right == 0) {
            throw divisionByZero();
        }
        return (double) left / right;
    }

    private static long rounded(double cents) {
        double whole = Math.rint(cents);
        if (!(whole >= -0x1p63 && whole < 0x1p63)) {
            throw outOfRange();
        }
        return (long) whole;
    }

    @Prosrc("cash_mul_flt8")
    public static long multiply(long value, double factor) {
        return rounded(value * factor);
    }

    @Prosrc("flt8_mul_cash")
    public static long multiply(double factor, long value) {
        return rounded(value * factor);
    }

    @Prosrc("cash_div_flt8")
    public static long divide(long value, double divisor) {
        if (divisor == 0) {
            throw divisionByZero();
        }
        return rounded(value / divisor);
    }

    @Prosrc("cash_mul_flt4")
    public static long multiply(long value, float factor) {
        return multiply(value, (double) factor);
    }

    @Prosrc("flt4_mul_cash")
    public static long multiply(float factor, long value) {
        return multiply(value, (double) factor);
    }

    @Prosrc("cash_div_flt4")
    public static long divide(long value, float divisor) {
        return divide(value, (double) divisor);
    }

    @Prosrc("cash_mul_int8")
    public static long multiply(long value, long factor) {
        try {
            return Math.multiplyExact(value, factor);
        } catch (ArithmeticException e) {
            throw outOfRange();
        }
    }

    @Prosrc("int8_mul_cash")
    public static long multiplied(long factor, long value) {
        return multiply(value, factor);
    }

    @Prosrc("cash_div_int8")
    public static long divide(long value, long divisor) {
        if (divisor == 0) {
            throw divisionByZero();
        }
        if (divisor == -1 && value == Long.MIN_VALUE) {
            throw outOfRange();
        }
        return value / divisor;
    }

    @Prosrc("cash_mul_int4")
    public static long multiply(long value, int factor) {
        return multiply(value, (long) factor);
    }

    @Prosrc("int4_mul_cash")
    public static long multiply(int factor, long value) {
        return multiply(value, (long) factor);
    }

    @Prosrc("cash_div_int4")
    public static long divide(long value, int divisor) {
        return divide(value, (long) divisor);
    }

    @Prosrc("cash_mul_int2")
    public static long multiply(long value, short factor) {
        return multiply(value, (long) factor);
    }

    @Prosrc("int2_mul_cash")
    public static long multiply(short factor, long value) {
        return multiply(value, (long) factor);
    }

    @Prosrc("cash_div_int2")
    public static long divide(long value, short divisor) {
        return divide(value, (long) divisor);
    }
}
