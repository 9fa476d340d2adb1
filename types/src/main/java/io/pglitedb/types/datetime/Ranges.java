package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.TimeTz;
import java.util.Comparator;

/// OVERLAPS, and the bounds of RANGE window frames.
public final class Ranges {
    private static final Interval ZERO = new Interval(0, 0, 0);

    private Ranges() {}

    @Prosrc({"overlaps_time", "overlaps_timestamp"})
    public static Boolean overlaps(Long start1, Long end1, Long start2, Long end2) {
        return overlaps(start1, end1, start2, end2, Comparator.naturalOrder());
    }

    @Prosrc("overlaps_timetz")
    public static Boolean overlaps(TimeTz start1, TimeTz end1, TimeTz start2, TimeTz end2) {
        return overlaps(start1, end1, start2, end2, TimeTzType::compare);
    }

    /// Ends may come in either order and may be null: then the known one is the start.
    private static <T> Boolean overlaps(T start1, T end1, T start2, T end2, Comparator<T> order) {
        if (start1 == null && end1 == null || start2 == null && end2 == null) {
            return null;
        }
        boolean swap1 = start1 == null || end1 != null && order.compare(start1, end1) > 0;
        boolean swap2 = start2 == null || end2 != null && order.compare(start2, end2) > 0;
        T low1 = swap1 ? end1 : start1;
        T high1 = swap1 ? start1 : end1;
        T low2 = swap2 ? end2 : start2;
        T high2 = swap2 ? start2 : end2;
        int starts = order.compare(low1, low2);
        if (starts == 0) {
            return high1 == null || high2 == null ? null : Boolean.TRUE;
        }
        T laterStart = starts > 0 ? low1 : low2;
        T earlierEnd = starts > 0 ? high2 : high1;
        T laterEnd = starts > 0 ? high1 : high2;
        if (earlierEnd == null) {
            return null;
        }
        if (order.compare(laterStart, earlierEnd) < 0) {
            return true;
        }
        return laterEnd == null ? null : Boolean.FALSE;
    }

    @Prosrc("in_range_date_interval")
    public static boolean inRange(int value, int base, Interval offset, boolean subtract, boolean less) {
        return inRange(
                DateTimeCasts.dateToTimestamp(value), DateTimeCasts.dateToTimestamp(base), offset, subtract, less);
    }

    @Prosrc("in_range_timestamp_interval")
    public static boolean inRange(long value, long base, Interval offset, boolean subtract, boolean less) {
        checkSign(IntervalType.compare(offset, ZERO));
        long bound = subtract
                ? DateTimeArithmetic.timestampMinusInterval(base, offset)
                : DateTimeArithmetic.timestampPlusInterval(base, offset);
        return within(Long.compare(value, bound), less);
    }

    @Prosrc("in_range_timestamptz_interval")
    public static boolean inRangeTz(
            CallContext call, long value, long base, Interval offset, boolean subtract, boolean less) {
        checkSign(IntervalType.compare(offset, ZERO));
        long bound = subtract
                ? DateTimeArithmetic.timestampTzMinusInterval(call, base, offset)
                : DateTimeArithmetic.timestampTzPlusInterval(call, base, offset);
        return within(Long.compare(value, bound), less);
    }

    @Prosrc("in_range_interval_interval")
    public static boolean inRange(Interval value, Interval base, Interval offset, boolean subtract, boolean less) {
        checkSign(IntervalType.compare(offset, ZERO));
        Interval bound = subtract ? IntervalArithmetic.subtract(base, offset) : IntervalArithmetic.add(base, offset);
        return within(IntervalType.compare(value, bound), less);
    }

    /// Only the offset's time counts, and the bound does not wrap at midnight.
    @Prosrc("in_range_time_interval")
    public static boolean inRangeTime(long value, long base, Interval offset, boolean subtract, boolean less) {
        checkSign(Long.signum(offset.micros()));
        if (!subtract && overflows(base, offset)) {
            return less;
        }
        return within(Long.compare(value, subtract ? base - offset.micros() : base + offset.micros()), less);
    }

    @Prosrc("in_range_timetz_interval")
    public static boolean inRange(TimeTz value, TimeTz base, Interval offset, boolean subtract, boolean less) {
        checkSign(Long.signum(offset.micros()));
        if (!subtract && overflows(base.micros(), offset)) {
            return less;
        }
        long bound = subtract ? base.micros() - offset.micros() : base.micros() + offset.micros();
        return within(TimeTzType.compare(value, new TimeTz(bound, base.zoneSecondsWest())), less);
    }

    private static boolean overflows(long base, Interval offset) {
        return offset.micros() > Long.MAX_VALUE - base;
    }

    private static boolean within(int order, boolean less) {
        return less ? order <= 0 : order >= 0;
    }

    private static void checkSign(int sign) {
        if (sign < 0) {
            throw new PgException(
                    SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
                    "invalid preceding or following size in window function");
        }
    }
}
