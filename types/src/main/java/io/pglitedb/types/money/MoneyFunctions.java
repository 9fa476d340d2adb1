package io.pglitedb.types.money;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Comparison operators and casts of money.
public final class MoneyFunctions {
    private static final int CENTS = 100;

    private MoneyFunctions() {}

    @Prosrc("cash_eq")
    public static boolean equal(long left, long right) {
        return left == right;
    }

    @Prosrc("cash_ne")
    public static boolean notEqual(long left, long right) {
        return left != right;
    }

    @Prosrc("cash_lt")
    public static boolean less(long left, long right) {
        return left < right;
    }

    @Prosrc("cash_le")
    public static boolean lessOrEqual(long left, long right) {
        return left <= right;
    }

    @Prosrc("cash_gt")
    public static boolean greater(long left, long right) {
        return left > right;
    }

    @Prosrc("cash_ge")
    public static boolean greaterOrEqual(long left, long right) {
        return left >= right;
    }

    @Prosrc("cash_cmp")
    public static int compare(long left, long right) {
        return Long.compare(left, right);
    }

    @Prosrc("cashlarger")
    public static long larger(long left, long right) {
        return Math.max(left, right);
    }

    @Prosrc("cashsmaller")
    public static long smaller(long left, long right) {
        return Math.min(left, right);
    }

    @Prosrc("cash_numeric")
    public static Numeric toNumeric(long value) {
        return Numeric.of(BigDecimal.valueOf(value, 2));
    }

    @Prosrc("numeric_cash")
    public static long ofNumeric(Numeric value) {
        if (!value.isFinite()) {
            throw PgException.notSupported("money of " + value);
        }
        BigDecimal cents = value.decimal().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (cents.toBigInteger().bitLength() > 63) {
            throw NumberErrors.outOfRange("bigint");
        }
        return cents.longValueExact();
    }

    @Prosrc("int4_cash")
    public static long ofInt(int value) {
        return (long) value * CENTS;
    }

    @Prosrc("int8_cash")
    public static long ofLong(long value) {
        try {
            return Math.multiplyExact(value, CENTS);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }
}
