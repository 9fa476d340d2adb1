package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// width_bucket over numeric, and PostgreSQL's hash of a numeric: that of its base-10000 digits, least byte first.
public final class NumericBuckets {
    private NumericBuckets() {}

    private static PgException error(String message) {
        return new PgException(SqlState.INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message);
    }

    @Prosrc("width_bucket_numeric")
    public static int widthBucket(Numeric operand, Numeric low, Numeric high, int count) {
        if (count <= 0) {
            throw error("count must be greater than zero");
        }
        if (operand.isNaN() || low.isNaN() || high.isNaN()) {
            throw error("operand, lower bound, and upper bound cannot be NaN");
        }
        if (low.isInfinite() || high.isInfinite()) {
            throw error("lower and upper bounds must be finite");
        }
        int direction = high.compareTo(low);
        if (direction == 0) {
            throw error("lower bound cannot equal upper bound");
        }
        if (direction > 0 ? operand.compareTo(low) < 0 : operand.compareTo(low) > 0) {
            return 0;
        }
        if (direction > 0 ? operand.compareTo(high) >= 0 : operand.compareTo(high) <= 0) {
            if (count == Integer.MAX_VALUE) {
                throw NumberErrors.outOfRange("integer");
            }
            return count + 1;
        }
        BigDecimal above = operand.decimal().subtract(low.decimal()).multiply(BigDecimal.valueOf(count));
        BigDecimal width = high.decimal().subtract(low.decimal());
        int bucket = NumericArithmetic.quotient(above, width)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
        return Math.min(bucket, count - 1) + 1;
    }

    private static byte[] digitBytes(Numeric value) {
        int[] digits = NumericType.digits(value.decimal());
        byte[] bytes = new byte[digits.length * 2];
        for (int i = 0; i < digits.length; i++) {
            bytes[2 * i] = (byte) digits[i];
            bytes[2 * i + 1] = (byte) (digits[i] >> 8);
        }
        return bytes;
    }

    @Prosrc("hash_numeric")
    public static int hash(Numeric value) {
        if (!value.isFinite()) {
            return 0;
        }
        return value.signum() == 0
                ? -1
                : JenkinsHash.hash(digitBytes(value)) ^ NumericArithmetic.weight(value.decimal());
    }

    @Prosrc("hash_numeric_extended")
    public static long hash(Numeric value, long seed) {
        if (!value.isFinite()) {
            return seed;
        }
        byte[] bytes = digitBytes(value);
        return value.signum() == 0
                ? seed - 1
                : JenkinsHash.hash(bytes, 0, bytes.length, seed) ^ NumericArithmetic.weight(value.decimal());
    }
}
