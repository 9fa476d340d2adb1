package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;

/// Bounds of RANGE window frames over numeric.
public final class NumericFrames {
    private NumericFrames() {}

    /// Whether `value <= base ± offset`, or `>=` when not `less`. NaN is above all and no offset moves it.
    @Prosrc("in_range_numeric_numeric")
    public static boolean inRange(Numeric value, Numeric base, Numeric offset, boolean subtract, boolean less) {
        if (offset.isNaN() || offset.signum() < 0) {
            throw new PgException(
                    SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
                    "invalid preceding or following size in window function");
        }
        if (value.isNaN()) {
            return base.isNaN() || !less;
        }
        if (base.isNaN()) {
            return less;
        }
        Numeric bound = subtract ? NumericArithmetic.subtract(base, offset) : NumericArithmetic.add(base, offset);
        if (bound.isNaN()) {
            // An infinity less itself: every value is as near as any other.
            return true;
        }
        int order = value.compareTo(bound);
        return less ? order <= 0 : order >= 0;
    }
}
