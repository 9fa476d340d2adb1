package io.pglitedb.types.datetime;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.TimeTz;

/// Comparison within one type.
public final class DateTimeComparisons {
    private DateTimeComparisons() {}

    @Prosrc("date_eq")
    public static boolean dateEq(int left, int right) {
        return left == right;
    }

    @Prosrc("date_ne")
    public static boolean dateNe(int left, int right) {
        return left != right;
    }

    @Prosrc("date_lt")
    public static boolean dateLt(int left, int right) {
        return left < right;
    }

    @Prosrc("date_le")
    public static boolean dateLe(int left, int right) {
        return left <= right;
    }

    @Prosrc("date_gt")
    public static boolean dateGt(int left, int right) {
        return left > right;
    }

    @Prosrc("date_ge")
    public static boolean dateGe(int left, int right) {
        return left >= right;
    }

    @Prosrc("date_cmp")
    public static int dateCmp(int left, int right) {
        return Integer.compare(left, right);
    }

    @Prosrc("date_larger")
    public static int dateLarger(int left, int right) {
        return Integer.compare(left, right) > 0 ? left : right;
    }

    @Prosrc("date_smaller")
    public static int dateSmaller(int left, int right) {
        return Integer.compare(left, right) < 0 ? left : right;
    }

    @Prosrc("time_eq")
    public static boolean timeEq(long left, long right) {
        return left == right;
    }

    @Prosrc("time_ne")
    public static boolean timeNe(long left, long right) {
        return left != right;
    }

    @Prosrc("time_lt")
    public static boolean timeLt(long left, long right) {
        return left < right;
    }

    @Prosrc("time_le")
    public static boolean timeLe(long left, long right) {
        return left <= right;
    }

    @Prosrc("time_gt")
    public static boolean timeGt(long left, long right) {
        return left > right;
    }

    @Prosrc("time_ge")
    public static boolean timeGe(long left, long right) {
        return left >= right;
    }

    @Prosrc("time_cmp")
    public static int timeCmp(long left, long right) {
        return Long.compare(left, right);
    }

    @Prosrc("time_larger")
    public static long timeLarger(long left, long right) {
        return Long.compare(left, right) > 0 ? left : right;
    }

    @Prosrc("time_smaller")
    public static long timeSmaller(long left, long right) {
        return Long.compare(left, right) < 0 ? left : right;
    }

    @Prosrc("timestamp_eq")
    public static boolean timestampEq(long left, long right) {
        return left == right;
    }

    @Prosrc("timestamp_ne")
    public static boolean timestampNe(long left, long right) {
        return left != right;
    }

    @Prosrc("timestamp_lt")
    public static boolean timestampLt(long left, long right) {
        return left < right;
    }

    @Prosrc("timestamp_le")
    public static boolean timestampLe(long left, long right) {
        return left <= right;
    }

    @Prosrc("timestamp_gt")
    public static boolean timestampGt(long left, long right) {
        return left > right;
    }

    @Prosrc("timestamp_ge")
    public static boolean timestampGe(long left, long right) {
        return left >= right;
    }

    @Prosrc("timestamp_cmp")
    public static int timestampCmp(long left, long right) {
        return Long.compare(left, right);
    }

    @Prosrc("timestamp_larger")
    public static long timestampLarger(long left, long right) {
        return Long.compare(left, right) > 0 ? left : right;
    }

    @Prosrc("timestamp_smaller")
    public static long timestampSmaller(long left, long right) {
        return Long.compare(left, right) < 0 ? left : right;
    }

    @Prosrc("timetz_eq")
    public static boolean timetzEq(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) == 0;
    }

    @Prosrc("timetz_ne")
    public static boolean timetzNe(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) != 0;
    }

    @Prosrc("timetz_lt")
    public static boolean timetzLt(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) < 0;
    }

    @Prosrc("timetz_le")
    public static boolean timetzLe(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) <= 0;
    }

    @Prosrc("timetz_gt")
    public static boolean timetzGt(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) > 0;
    }

    @Prosrc("timetz_ge")
    public static boolean timetzGe(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) >= 0;
    }

    @Prosrc("timetz_cmp")
    public static int timetzCmp(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right);
    }

    @Prosrc("timetz_larger")
    public static TimeTz timetzLarger(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) > 0 ? left : right;
    }

    @Prosrc("timetz_smaller")
    public static TimeTz timetzSmaller(TimeTz left, TimeTz right) {
        return TimeTzType.compare(left, right) < 0 ? left : right;
    }

    @Prosrc("interval_eq")
    public static boolean intervalEq(Interval left, Interval right) {
        return IntervalType.compare(left, right) == 0;
    }

    @Prosrc("interval_ne")
    public static boolean intervalNe(Interval left, Interval right) {
        return IntervalType.compare(left, right) != 0;
    }

    @Prosrc("interval_lt")
    public static boolean intervalLt(Interval left, Interval right) {
        return IntervalType.compare(left, right) < 0;
    }

    @Prosrc("interval_le")
    public static boolean intervalLe(Interval left, Interval right) {
        return IntervalType.compare(left, right) <= 0;
    }

    @Prosrc("interval_gt")
    public static boolean intervalGt(Interval left, Interval right) {
        return IntervalType.compare(left, right) > 0;
    }

    @Prosrc("interval_ge")
    public static boolean intervalGe(Interval left, Interval right) {
        return IntervalType.compare(left, right) >= 0;
    }

    @Prosrc("interval_cmp")
    public static int intervalCmp(Interval left, Interval right) {
        return IntervalType.compare(left, right);
    }

    @Prosrc("interval_larger")
    public static Interval intervalLarger(Interval left, Interval right) {
        return IntervalType.compare(left, right) > 0 ? left : right;
    }

    @Prosrc("interval_smaller")
    public static Interval intervalSmaller(Interval left, Interval right) {
        return IntervalType.compare(left, right) < 0 ? left : right;
    }
}
