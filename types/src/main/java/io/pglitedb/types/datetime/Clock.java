package io.pglitedb.types.datetime;

import static io.pglitedb.types.datetime.DateTimeFault.badFormat;
import static io.pglitedb.types.datetime.DateTimeFault.overflow;

/// hh:mm[:ss[.fff]] as text gives it; hours are unlimited (of an interval).
record Clock(long hours, int minutes, int seconds, int micros) {
    /// @param minuteToSecond two fields are minutes and seconds, not hours and minutes
    static Clock parse(String text, boolean minuteToSecond) throws DateTimeFault {
        int point = text.indexOf('.');
        int micros = point < 0 ? 0 : DateTimeParser.micros(text.substring(point));
        String[] parts = (point < 0 ? text : text.substring(0, point)).split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw badFormat();
        }
        for (String part : parts) {
            if (DateTimeParser.digitsEnd(part, 0) != part.length()) {
                throw badFormat();
            }
        }
        long first;
        try {
            first = Long.parseLong(parts[0]);
        } catch (NumberFormatException e) {
            throw overflow();
        }
        int second = parts[1].isEmpty() ? 0 : DateTimeParser.integer(parts[1]);
        Clock clock;
        if (parts.length == 3) {
            clock = new Clock(first, second, parts[2].isEmpty() ? 0 : DateTimeParser.integer(parts[2]), micros);
        } else if (point >= 0 || minuteToSecond) {
            clock = new Clock(0, (int) Math.min(first, Integer.MAX_VALUE), second, micros);
        } else {
            clock = new Clock(first, second, 0, 0);
        }
        if (clock.minutes > 59 || clock.seconds > 60 || clock.micros > 1_000_000) {
            throw overflow();
        }
        return clock;
    }

    /// 22015-to-be when it exceeds 64 bits.
    long totalMicros() throws DateTimeFault {
        try {
            long whole = Math.multiplyExact(hours, DateTimes.MICROS_PER_HOUR);
            return Math.addExact(
                    whole, minutes * DateTimes.MICROS_PER_MINUTE + seconds * DateTimes.MICROS_PER_SECOND + micros);
        } catch (ArithmeticException e) {
            throw overflow();
        }
    }
}
