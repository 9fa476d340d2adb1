package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumericArithmetic;
import io.pglitedb.types.numeric.NumericCasts;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.PgRange;

/// What `pg_range` names for the built-in types: canonical forms and distances of subtype values.
public final class RangeSupport {
    private RangeSupport() {}

    @Prosrc({"int4range_canonical", "int8range_canonical", "daterange_canonical"})
    public static PgRange canonical(CallContext call, PgRange range) {
        RangeValueType type = RangeTypes.of(call, range);
        return range.empty() ? range : type.make(type.lower(range), type.upper(range));
    }

    @Prosrc({"int4range_subdiff", "daterange_subdiff"})
    public static double distance(int left, int right) {
        return (double) left - right;
    }

    @Prosrc("int8range_subdiff")
    public static double distance(long left, long right) {
        return (double) left - right;
    }

    /// In seconds.
    @Prosrc({"tsrange_subdiff", "tstzrange_subdiff"})
    public static double distanceInTime(long left, long right) {
        return ((double) left - right) / 1e6;
    }

    @Prosrc("numrange_subdiff")
    public static double distance(Numeric left, Numeric right) {
        return NumericCasts.toFloat8(NumericArithmetic.subtract(left, right));
    }
}
