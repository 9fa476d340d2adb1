package io.pglitedb.types.floating;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Operators of float4 and float8. Overflow to infinity and underflow to zero are errors unless an operand explains
/// them.
public final class FloatFunctions {
    private FloatFunctions() {}

    /// NaN equals NaN and is above everything; -0 equals 0.
    static int compare(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        return left == right ? 0 : Boolean.compare(Double.isNaN(left), Double.isNaN(right));
    }

    static void checkOverflow(double result, boolean infinityIsFine) {
        if (Double.isInfinite(result) && !infinityIsFine) {
            throw overflow();
        }
    }

    static void checkUnderflow(double result, boolean zeroIsFine) {
        if (result == 0 && !zeroIsFine) {
            throw underflow();
        }
    }

    static PgException overflow() {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: overflow");
    }

    static PgException underflow() {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: underflow");
    }

    @Prosrc("float4eq")
    public static boolean float4eq(float left, float right) {
        return compare(left, right) == 0;
    }

    @Prosrc("float4ne")
    public static boolean float4ne(float left, float right) {
        return compare(left, right) != 0;
    }

    @Prosrc("float4lt")
    public static boolean float4lt(float left, float right) {
        return compare(left, right) < 0;
    }

    @Prosrc("float4le")
    public static boolean float4le(float left, float right) {
        return compare(left, right) <= 0;
    }

    @Prosrc("float4gt")
    public static boolean float4gt(float left, float right) {
        return compare(left, right) > 0;
    }

    @Prosrc("float4ge")
    public static boolean float4ge(float left, float right) {
        return compare(left, right) >= 0;
    }

    @Prosrc("btfloat4cmp")
    public static int btfloat4cmp(float left, float right) {
        return compare(left, right);
    }

    @Prosrc("float4pl")
    public static float float4pl(float left, float right) {
        float result = left + right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float4mi")
    public static float float4mi(float left, float right) {
        float result = left - right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float4mul")
    public static float float4mul(float left, float right) {
        float result = left * right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        checkUnderflow(result, left == 0 || right == 0);
        return result;
    }

    @Prosrc("float4div")
    public static float float4div(float left, float right) {
        if (right == 0 && !Double.isNaN(left)) {
            throw NumberErrors.divisionByZero();
        }
        float result = left / right;
        checkOverflow(result, Double.isInfinite(left));
        checkUnderflow(result, left == 0 || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float8eq")
    public static boolean float8eq(double left, double right) {
        return compare(left, right) == 0;
    }

    @Prosrc("float8ne")
    public static boolean float8ne(double left, double right) {
        return compare(left, right) != 0;
    }

    @Prosrc("float8lt")
    public static boolean float8lt(double left, double right) {
        return compare(left, right) < 0;
    }

    @Prosrc("float8le")
    public static boolean float8le(double left, double right) {
        return compare(left, right) <= 0;
    }

    @Prosrc("float8gt")
    public static boolean float8gt(double left, double right) {
        return compare(left, right) > 0;
    }

    @Prosrc("float8ge")
    public static boolean float8ge(double left, double right) {
        return compare(left, right) >= 0;
    }

    @Prosrc("btfloat8cmp")
    public static int btfloat8cmp(double left, double right) {
        return compare(left, right);
    }

    @Prosrc("float8pl")
    public static double float8pl(double left, double right) {
        double result = left + right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float8mi")
    public static double float8mi(double left, double right) {
        double result = left - right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float8mul")
    public static double float8mul(double left, double right) {
        double result = left * right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        checkUnderflow(result, left == 0 || right == 0);
        return result;
    }

    @Prosrc("float8div")
    public static double float8div(double left, double right) {
        if (right == 0 && !Double.isNaN(left)) {
            throw NumberErrors.divisionByZero();
        }
        double result = left / right;
        checkOverflow(result, Double.isInfinite(left));
        checkUnderflow(result, left == 0 || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float48eq")
    public static boolean float48eq(float left, double right) {
        return compare(left, right) == 0;
    }

    @Prosrc("float48ne")
    public static boolean float48ne(float left, double right) {
        return compare(left, right) != 0;
    }

    @Prosrc("float48lt")
    public static boolean float48lt(float left, double right) {
        return compare(left, right) < 0;
    }

    @Prosrc("float48le")
    public static boolean float48le(float left, double right) {
        return compare(left, right) <= 0;
    }

    @Prosrc("float48gt")
    public static boolean float48gt(float left, double right) {
        return compare(left, right) > 0;
    }

    @Prosrc("float48ge")
    public static boolean float48ge(float left, double right) {
        return compare(left, right) >= 0;
    }

    @Prosrc("btfloat48cmp")
    public static int btfloat48cmp(float left, double right) {
        return compare(left, right);
    }

    @Prosrc("float48pl")
    public static double float48pl(float left, double right) {
        double result = left + right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float48mi")
    public static double float48mi(float left, double right) {
        double result = left - right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float48mul")
    public static double float48mul(float left, double right) {
        double result = left * right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        checkUnderflow(result, left == 0 || right == 0);
        return result;
    }

    @Prosrc("float48div")
    public static double float48div(float left, double right) {
        if (right == 0 && !Double.isNaN(left)) {
            throw NumberErrors.divisionByZero();
        }
        double result = left / right;
        checkOverflow(result, Double.isInfinite(left));
        checkUnderflow(result, left == 0 || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float84eq")
    public static boolean float84eq(double left, float right) {
        return compare(left, right) == 0;
    }

    @Prosrc("float84ne")
    public static boolean float84ne(double left, float right) {
        return compare(left, right) != 0;
    }

    @Prosrc("float84lt")
    public static boolean float84lt(double left, float right) {
        return compare(left, right) < 0;
    }

    @Prosrc("float84le")
    public static boolean float84le(double left, float right) {
        return compare(left, right) <= 0;
    }

    @Prosrc("float84gt")
    public static boolean float84gt(double left, float right) {
        return compare(left, right) > 0;
    }

    @Prosrc("float84ge")
    public static boolean float84ge(double left, float right) {
        return compare(left, right) >= 0;
    }

    @Prosrc("btfloat84cmp")
    public static int btfloat84cmp(double left, float right) {
        return compare(left, right);
    }

    @Prosrc("float84pl")
    public static double float84pl(double left, float right) {
        double result = left + right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float84mi")
    public static double float84mi(double left, float right) {
        double result = left - right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float84mul")
    public static double float84mul(double left, float right) {
        double result = left * right;
        checkOverflow(result, Double.isInfinite(left) || Double.isInfinite(right));
        checkUnderflow(result, left == 0 || right == 0);
        return result;
    }

    @Prosrc("float84div")
    public static double float84div(double left, float right) {
        if (right == 0 && !Double.isNaN(left)) {
            throw NumberErrors.divisionByZero();
        }
        double result = left / right;
        checkOverflow(result, Double.isInfinite(left));
        checkUnderflow(result, left == 0 || Double.isInfinite(right));
        return result;
    }

    @Prosrc("float4um")
    public static float float4um(float value) {
        return -value;
    }

    @Prosrc("float4up")
    public static float float4up(float value) {
        return value;
    }

    @Prosrc("float4abs")
    public static float float4abs(float value) {
        return Math.abs(value);
    }

    @Prosrc("float4larger")
    public static float float4larger(float left, float right) {
        return compare(left, right) > 0 ? left : right;
    }

    @Prosrc("float4smaller")
    public static float float4smaller(float left, float right) {
        return compare(left, right) < 0 ? left : right;
    }

    @Prosrc("float8um")
    public static double float8um(double value) {
        return -value;
    }

    @Prosrc("float8up")
    public static double float8up(double value) {
        return value;
    }

    @Prosrc("float8abs")
    public static double float8abs(double value) {
        return Math.abs(value);
    }

    @Prosrc("float8larger")
    public static double float8larger(double left, double right) {
        return compare(left, right) > 0 ? left : right;
    }

    @Prosrc("float8smaller")
    public static double float8smaller(double left, double right) {
        return compare(left, right) < 0 ? left : right;
    }
}
