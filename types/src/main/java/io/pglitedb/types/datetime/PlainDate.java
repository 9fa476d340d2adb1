package io.pglitedb.types.datetime;

/// Dates as they mostly come, `1999-01-08`: read without the parser for all other forms, whose answers these are.
final class PlainDate {
    /// Not such a date; no date is it.
    static final int NONE = Integer.MIN_VALUE;

    private static final int LENGTH = 10;

    private PlainDate() {}

    /// Days since 2000-01-01.
    static int days(byte[] bytes, int offset, int length) {
        if (length != LENGTH || bytes[offset + 4] != '-' || bytes[offset + 7] != '-') {
            return NONE;
        }
        int year = pair(bytes, offset) * 100 + pair(bytes, offset + 2);
        int month = pair(bytes, offset + 5);
        int day = pair(bytes, offset + 8);
        boolean digits = pair(bytes, offset) >= 0 && pair(bytes, offset + 2) >= 0 && month >= 0 && day >= 0;
        if (!digits || year == 0 || month < 1 || month > 12 || day < 1 || day > DateTimes.lengthOfMonth(year, month)) {
            return NONE;
        }
        return DateTimes.days(year, month, day);
    }

    /// Two digits; negative when they are none.
    private static int pair(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
