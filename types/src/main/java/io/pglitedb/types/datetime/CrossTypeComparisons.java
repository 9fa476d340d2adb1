package io.pglitedb.types.datetime;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;

/// Comparison of date, timestamp and timestamptz with each other; what is out of the other's range compares as
/// infinite.
public final class CrossTypeComparisons {
    private CrossTypeComparisons() {}

    @Prosrc("date_eq_timestamp")
    public static boolean dateEqTimestamp(int left, long right) {
        return DateTimeCasts.widen(left) == right;
    }

    @Prosrc("date_ne_timestamp")
    public static boolean dateNeTimestamp(int left, long right) {
        return DateTimeCasts.widen(left) != right;
    }

    @Prosrc("date_lt_timestamp")
    public static boolean dateLtTimestamp(int left, long right) {
        return DateTimeCasts.widen(left) < right;
    }

    @Prosrc("date_le_timestamp")
    public static boolean dateLeTimestamp(int left, long right) {
        return DateTimeCasts.widen(left) <= right;
    }

    @Prosrc("date_gt_timestamp")
    public static boolean dateGtTimestamp(int left, long right) {
        return DateTimeCasts.widen(left) > right;
    }

    @Prosrc("date_ge_timestamp")
    public static boolean dateGeTimestamp(int left, long right) {
        return DateTimeCasts.widen(left) >= right;
    }

    @Prosrc("date_cmp_timestamp")
    public static int dateCmpTimestamp(int left, long right) {
        return Long.compare(DateTimeCasts.widen(left), right);
    }

    @Prosrc("timestamp_eq_date")
    public static boolean timestampEqDate(long left, int right) {
        return left == DateTimeCasts.widen(right);
    }

    @Prosrc("timestamp_ne_date")
    public static boolean timestampNeDate(long left, int right) {
        return left != DateTimeCasts.widen(right);
    }

    @Prosrc("timestamp_lt_date")
    public static boolean timestampLtDate(long left, int right) {
        return left < DateTimeCasts.widen(right);
    }

    @Prosrc("timestamp_le_date")
    public static boolean timestampLeDate(long left, int right) {
        return left <= DateTimeCasts.widen(right);
    }

    @Prosrc("timestamp_gt_date")
    public static boolean timestampGtDate(long left, int right) {
        return left > DateTimeCasts.widen(right);
    }

    @Prosrc("timestamp_ge_date")
    public static boolean timestampGeDate(long left, int right) {
        return left >= DateTimeCasts.widen(right);
    }

    @Prosrc("timestamp_cmp_date")
    public static int timestampCmpDate(long left, int right) {
        return Long.compare(left, DateTimeCasts.widen(right));
    }

    @Prosrc("date_eq_timestamptz")
    public static boolean dateEqTimestamptz(CallContext call, int left, long right) {
        return DateTimeCasts.widen(left, Sessions.zone(call.session())) == right;
    }

    @Prosrc("date_ne_timestamptz")
    public static boolean dateNeTimestamptz(CallContext call, int left, long right) {
        return DateTimeCasts.widen(left, Sessions.zone(call.session())) != right;
    }

    @Prosrc("date_lt_timestamptz")
    public static boolean dateLtTimestamptz(CallContext call, int left, long right) {
        return DateTimeCasts.widen(left, Sessions.zone(call.session())) < right;
    }

    @Prosrc("date_le_timestamptz")
    public static boolean dateLeTimestamptz(CallContext call, int left, long right) {
        return DateTimeCasts.widen(left, Sessions.zone(call.session())) <= right;
    }

    @Prosrc("date_gt_timestamptz")
    public static boolean dateGtTimestamptz(CallContext call, int left, long right) {
        return DateTimeCasts.widen(left, Sessions.zone(call.session())) > right;
    }

    @Prosrc("date_ge_timestamptz")
    public static boolean dateGeTimestamptz(CallContext call, int left, long right) {
        return DateTimeCasts.widen(left, Sessions.zone(call.session())) >= right;
    }

    @Prosrc("date_cmp_timestamptz")
    public static int dateCmpTimestamptz(CallContext call, int left, long right) {
        return Long.compare(DateTimeCasts.widen(left, Sessions.zone(call.session())), right);
    }

    @Prosrc("timestamptz_eq_date")
    public static boolean timestamptzEqDate(CallContext call, long left, int right) {
        return left == DateTimeCasts.widen(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_ne_date")
    public static boolean timestamptzNeDate(CallContext call, long left, int right) {
        return left != DateTimeCasts.widen(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_lt_date")
    public static boolean timestamptzLtDate(CallContext call, long left, int right) {
        return left < DateTimeCasts.widen(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_le_date")
    public static boolean timestamptzLeDate(CallContext call, long left, int right) {
        return left <= DateTimeCasts.widen(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_gt_date")
    public static boolean timestamptzGtDate(CallContext call, long left, int right) {
        return left > DateTimeCasts.widen(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_ge_date")
    public static boolean timestamptzGeDate(CallContext call, long left, int right) {
        return left >= DateTimeCasts.widen(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_cmp_date")
    public static int timestamptzCmpDate(CallContext call, long left, int right) {
        return Long.compare(left, DateTimeCasts.widen(right, Sessions.zone(call.session())));
    }

    @Prosrc("timestamp_eq_timestamptz")
    public static boolean timestampEqTimestamptz(CallContext call, long left, long right) {
        return DateTimeCasts.instant(left, Sessions.zone(call.session())) == right;
    }

    @Prosrc("timestamp_ne_timestamptz")
    public static boolean timestampNeTimestamptz(CallContext call, long left, long right) {
        return DateTimeCasts.instant(left, Sessions.zone(call.session())) != right;
    }

    @Prosrc("timestamp_lt_timestamptz")
    public static boolean timestampLtTimestamptz(CallContext call, long left, long right) {
        return DateTimeCasts.instant(left, Sessions.zone(call.session())) < right;
    }

    @Prosrc("timestamp_le_timestamptz")
    public static boolean timestampLeTimestamptz(CallContext call, long left, long right) {
        return DateTimeCasts.instant(left, Sessions.zone(call.session())) <= right;
    }

    @Prosrc("timestamp_gt_timestamptz")
    public static boolean timestampGtTimestamptz(CallContext call, long left, long right) {
        return DateTimeCasts.instant(left, Sessions.zone(call.session())) > right;
    }

    @Prosrc("timestamp_ge_timestamptz")
    public static boolean timestampGeTimestamptz(CallContext call, long left, long right) {
        return DateTimeCasts.instant(left, Sessions.zone(call.session())) >= right;
    }

    @Prosrc("timestamp_cmp_timestamptz")
    public static int timestampCmpTimestamptz(CallContext call, long left, long right) {
        return Long.compare(DateTimeCasts.instant(left, Sessions.zone(call.session())), right);
    }

    @Prosrc("timestamptz_eq_timestamp")
    public static boolean timestamptzEqTimestamp(CallContext call, long left, long right) {
        return left == DateTimeCasts.instant(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_ne_timestamp")
    public static boolean timestamptzNeTimestamp(CallContext call, long left, long right) {
        return left != DateTimeCasts.instant(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_lt_timestamp")
    public static boolean timestamptzLtTimestamp(CallContext call, long left, long right) {
        return left < DateTimeCasts.instant(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_le_timestamp")
    public static boolean timestamptzLeTimestamp(CallContext call, long left, long right) {
        return left <= DateTimeCasts.instant(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_gt_timestamp")
    public static boolean timestamptzGtTimestamp(CallContext call, long left, long right) {
        return left > DateTimeCasts.instant(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_ge_timestamp")
    public static boolean timestamptzGeTimestamp(CallContext call, long left, long right) {
        return left >= DateTimeCasts.instant(right, Sessions.zone(call.session()));
    }

    @Prosrc("timestamptz_cmp_timestamp")
    public static int timestamptzCmpTimestamp(CallContext call, long left, long right) {
        return Long.compare(left, DateTimeCasts.instant(right, Sessions.zone(call.session())));
    }
}
