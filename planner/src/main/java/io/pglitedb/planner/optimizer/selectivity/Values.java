package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.util.Set;

/// Compares constants of queries with values of statistics, and places them between two of those.
final class Values {
    private static final int TEXT_BYTES = 20;
    private static final double MIDDLE = 0.5;
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final Set<Integer> NUMBERS =
            Set.of(Oids.INT2, Oids.INT4, Oids.INT8, Oids.FLOAT4, Oids.FLOAT8, Oids.NUMERIC);
    private static final Set<Integer> TEXTS = Set.of(Oids.TEXT, Oids.VARCHAR, Oids.BPCHAR, Oids.NAME);
    private static final Set<Integer> TIMESTAMPS = Set.of(Oids.TIMESTAMP, Oids.TIMESTAMPTZ);

    private Values() {}

    /// A constant as a value of another type, for comparisons; null when there is no way.
    static Object converted(Object constant, int from, int to) {
        if (from == to
                || NUMBERS.contains(from) && NUMBERS.contains(to)
                || TEXTS.contains(from) && TEXTS.contains(to)) {
            return constant;
        }
        if (from == Oids.DATE && TIMESTAMPS.contains(to)) {
            return (int) constant * DAY_MICROS;
        }
        if (to == Oids.DATE && TIMESTAMPS.contains(from)) {
            return (int) Math.floorDiv((long) constant, DAY_MICROS);
        }
        return TIMESTAMPS.contains(from) && TIMESTAMPS.contains(to) ? constant : null;
    }

    /// Whether the two, of types that `converted` allows, can be compared.
    static boolean comparable(Object value, Object constant) {
        return value.getClass() == constant.getClass() || isNumber(value) && isNumber(constant);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Numeric;
    }

    static int compare(ValueType type, Object value, Object constant) {
        return value.getClass() == constant.getClass()
                ? type.compare(value, constant)
                : decimal(value).compareTo(decimal(constant));
    }

    private static BigDecimal decimal(Object number) {
        return switch (number) {
            case Numeric numeric when numeric.isFinite() -> numeric.decimal();
            case Numeric _ -> BigDecimal.valueOf(Double.MAX_VALUE);
            case Double real -> Double.isFinite(real) ? new BigDecimal(real) : BigDecimal.valueOf(Double.MAX_VALUE);
            case Float real -> Float.isFinite(real) ? new BigDecimal(real) : BigDecimal.valueOf(Double.MAX_VALUE);
            case Number whole -> BigDecimal.valueOf(whole.longValue());
            default -> throw new IllegalArgumentException("not a number: " + number);
        };
    }

    /// Where a value lies from one bound (0) to the next (1). Source: convert_to_scalar.
    static double position(Object low, Object high, Object value) {
        if (low instanceof Utf8 from && high instanceof Utf8 to && value instanceof Utf8 text) {
            return text(from.toByteArray(), to.toByteArray(), text.toByteArray());
        }
        double from = scalar(low);
        double to = scalar(high);
        double at = scalar(value);
        if (Double.isNaN(from) || Double.isNaN(to) || Double.isNaN(at) || to <= from) {
            return MIDDLE;
        }
        return Math.clamp((at - from) / (to - from), 0, 1);
    }

    private static double scalar(Object value) {
        return switch (value) {
            case Numeric numeric -> numeric.isFinite() ? numeric.decimal().doubleValue() : Double.NaN;
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            default -> Double.NaN;
        };
    }

    /// Texts as fractions in a base of the bytes that occur, behind what all three begin with.
    private static double text(byte[] low, byte[] high, byte[] value) {
        int same = 0;
        while (same < low.length
                && same < high.length
                && same < value.length
                && low[same] == high[same]
                && low[same] == value[same]) {
            same++;
        }
        int least = Math.min(least(low, same), least(high, same));
        int most = Math.max(most(low, same), most(high, same));
        if (least <= 'z' && most >= 'a') {
            least = Math.min(least, 'a');
            most = Math.max(most, 'z');
        }
        if (least <= 'Z' && most >= 'A') {
            least = Math.min(least, 'A');
            most = Math.max(most, 'Z');
        }
        if (least <= '9' && most >= '0') {
            least = Math.min(least, '0');
            most = Math.max(most, '9');
        }
        double from = fraction(low, same, least, most);
        double to = fraction(high, same, least, most);
        double at = fraction(value, same, least, most);
        return to <= from ? MIDDLE : Math.clamp((at - from) / (to - from), 0, 1);
    }

    private static int least(byte[] text, int from) {
        int least = 255;
        for (int i = from; i < text.length; i++) {
            least = Math.min(least, text[i] & 0xff);
        }
        return least;
    }

    private static int most(byte[] text, int from) {
        int most = 0;
        for (int i = from; i < text.length; i++) {
            most = Math.max(most, text[i] & 0xff);
        }
        return most;
    }

    private static double fraction(byte[] text, int from, int least, int most) {
        double base = most - least + 1.0;
        double scale = base;
        double fraction = 0;
        for (int i = from; i < text.length && i < from + TEXT_BYTES; i++) {
            int digit = Math.clamp(text[i] & 0xff, least - 1, most + 1) - least;
            fraction += digit / scale;
            scale *= base;
        }
        return fraction;
    }
}
