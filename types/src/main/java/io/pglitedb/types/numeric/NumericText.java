package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/// Reads numeric and fits it to a type modifier.
public final class NumericText {
    /// No number that far below the point survives any scale.
    private static final int VANISHING_SCALE = 20000;
    /// Of digits and a point.
    private static final int PLAIN_LENGTH_MAX = 19;

    private NumericText() {}

    public static Numeric parse(Utf8 text, int typmod) {
        BigDecimal plain = plain(text);
        if (plain != null) {
            return typmod < 0 ? Numeric.of(plain) : fit(Numeric.of(plain), typmod);
        }
        String whole = text.toString();
        int from = 0;
        int to = whole.length();
        while (from < to && IntegerText.isSpace(whole.charAt(from))) {
            from++;
        }
        while (to > from && IntegerText.isSpace(whole.charAt(to - 1))) {
            to--;
        }
        String number = whole.substring(from, to);
        Numeric special = special(number);
        if (special != null) {
            return fit(special, typmod);
        }
        Numeric value = Numeric.of(decimal(number, text));
        return typmod < 0 ? NumericArithmetic.checked(value.decimal()) : fit(value, typmod);
    }

    /// Up to eighteen digits, a point among or before or behind them or none, and a minus: what mostly comes.
    /// Null for anything else.
    private static BigDecimal plain(Utf8 text) {
        int length = text.length();
        int at = length > 0 && text.byteAt(0) == '-' ? 1 : 0;
        boolean negative = at == 1;
        if (length - at > PLAIN_LENGTH_MAX) {
            return null;
        }
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (; at < length; at++) {
            int b = text.byteAt(at);
            if (b == '.' && point < 0) {
                point = digits;
            } else if (b >= '0' && b <= '9') {
                unscaled = unscaled * 10 + b - '0';
                digits++;
            } else {
                return null;
            }
        }
        return digits == 0 || digits == PLAIN_LENGTH_MAX
                ? null
                : BigDecimal.valueOf(negative ? -unscaled : unscaled, point < 0 ? 0 : digits - point);
    }

    private static Numeric special(String number) {
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "nan" -> Numeric.NAN;
            case "infinity", "+infinity", "inf", "+inf" -> Numeric.POSITIVE_INFINITY;
            case "-infinity", "-inf" -> Numeric.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    private static BigDecimal decimal(String number, Utf8 text) {
        int end = number.length();
        int at = 0;
        StringBuilder digits = new StringBuilder(end);
        if (at < end && (number.charAt(at) == '-' || number.charAt(at) == '+')) {
            if (number.charAt(at++) == '-') {
                digits.append('-');
            }
        }
        int signLength = digits.length();
        int scale = 0;
        boolean point = false;
        for (; at < end; at++) {
            char c = number.charAt(at);
            if (c == '.' && !point) {
                point = true;
            } else if (IntegerText.isDigit(c)) {
                digits.append(c);
                scale += point ? 1 : 0;
            } else {
                break;
            }
        }
        if (digits.length() == signLength) {
            throw NumberErrors.invalidInput("numeric", text);
        }
        long exponent = 0;
        if (at < end && (number.charAt(at) | 0x20) == 'e') {
            String written = number.substring(at + 1);
            if (!written.matches("[+-]?[0-9]+")) {
                throw NumberErrors.invalidInput("numeric", text);
            }
            exponent = written.length() > 10 ? Integer.MAX_VALUE : Long.parseLong(written);
            if (Math.abs(exponent) >= Integer.MAX_VALUE / 2) {
                throw NumericArithmetic.overflow();
            }
            at = end;
        }
        if (at < end) {
            throw NumberErrors.invalidInput("numeric", text);
        }
        BigInteger unscaled = new BigInteger(digits.toString());
        if (unscaled.signum() == 0) {
            return new BigDecimal(unscaled, (int) Math.min(Math.max(scale - exponent, 0), VANISHING_SCALE));
        }
        BigDecimal value = new BigDecimal(unscaled, (int) (scale - exponent));
        long integerDigits = (long) value.precision() - value.scale();
        if (integerDigits > NumericArithmetic.MAX_INTEGER_DIGITS) {
            throw NumericArithmetic.overflow();
        }
        return integerDigits < -VANISHING_SCALE ? new BigDecimal(BigInteger.ZERO, VANISHING_SCALE) : value;
    }

    public static int precision(int typmod) {
        return typmod - 4 >> 16 & 0xffff;
    }

    /// -1000 … 1000: eleven bits, signed.
    public static int scale(int typmod) {
        return (typmod - 4 & 0x7ff ^ 1024) - 1024;
    }

    public static int typmod(int precision, int scale) {
        return (precision << 16 | scale & 0x7ff) + 4;
    }

    /// Rounds to the scale; 22003 when the precision does not hold the result.
    public static Numeric fit(Numeric value, int typmod) {
        if (typmod < 4 || value.isNaN()) {
            return value;
        }
        int precision = precision(typmod);
        int scale = scale(typmod);
        if (value.isInfinite()) {
            throw fieldOverflow(
                    "A field with precision " + precision + ", scale " + scale + " cannot hold an infinite value.");
        }
        BigDecimal rounded = value.decimal().setScale(scale, RoundingMode.HALF_UP);
        int integerDigits = precision - scale;
        if (rounded.signum() != 0 && rounded.precision() - rounded.scale() > integerDigits) {
            throw fieldOverflow("A field with precision " + precision + ", scale " + scale
                    + " must round to an absolute value less than "
                    + (integerDigits != 0 ? "10^" + integerDigits : "1") + ".");
        }
        return Numeric.of(rounded);
    }

    private static PgException fieldOverflow(String detail) {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow").detail(detail);
    }
}
