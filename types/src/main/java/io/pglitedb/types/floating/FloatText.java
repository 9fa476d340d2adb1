package io.pglitedb.types.floating;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Text of float4 and float8 as PostgreSQL reads and prints it. Output: the shortest decimal strictly inside the
/// interval that rounds to the value (never an exact midpoint between two floats), plain for exponents from -4 below
/// 15 (float8) or 6 (float4). With extra_float_digits ≤ 0: C's `%.*g`.
public final class FloatText {
    private FloatText() {}

    public static double parseDouble(Utf8 text) {
        String number = number(text, "double precision");
        if (isSpecial(number)) {
            return special(number);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value) || value == 0 && hasNonZeroDigit(number)) {
            throw outOfRange(number, "double precision");
        }
        return value;
    }

    public static float parseFloat(Utf8 text) {
        String number = number(text, "real");
        if (isSpecial(number)) {
            return (float) special(number);
        }
        float value = Float.parseFloat(number);
        if (Float.isInfinite(value) || value == 0 && hasNonZeroDigit(number)) {
            throw outOfRange(number, "real");
        }
        return value;
    }

    private static PgException outOfRange(String number, String type) {
        return new PgException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"" + number + "\" is out of range for type " + type);
    }

    private static boolean isSpecial(String number) {
        char last = number.charAt(number.length() - 1);
        return !IntegerText.isDigit(last) && last != '.';
    }

    private static double special(String number) {
        char first = number.charAt(0);
        return first == 'n' || first == 'N'
                ? Double.NaN
                : first == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static boolean hasNonZeroDigit(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'e' || c == 'E') {
                return false;
            }
            if (c >= '1' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    /// Checks the syntax and takes off white space; what is left is a decimal number or NaN, Infinity, inf, signed.
    private static String number(Utf8 text, String type) {
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
        if (isDecimal(number)) {
            return number;
        }
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity" -> number;
            default -> throw NumberErrors.invalidInput(type, text);
        };
    }

    private static boolean isDecimal(String number) {
        int at = 0;
        int end = number.length();
        if (at < end && (number.charAt(at) == '-' || number.charAt(at) == '+')) {
            at++;
        }
        int digits = 0;
        for (; at < end && IntegerText.isDigit(number.charAt(at)); at++) {
            digits++;
        }
        if (at < end && number.charAt(at) == '.') {
            for (at++; at < end && IntegerText.isDigit(number.charAt(at)); at++) {
                digits++;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (at < end && (number.charAt(at) == 'e' || number.charAt(at) == 'E')) {
            at++;
            if (at < end && (number.charAt(at) == '-' || number.charAt(at) == '+')) {
                at++;
            }
            int exponentStart = at;
            while (at < end && IntegerText.isDigit(number.charAt(at))) {
                at++;
            }
            return at == end && at > exponentStart;
        }
        return at == end;
    }

    public static void print(double value, int extraDigits, ByteWriter out) {
        if (value == (int) value && extraDigits > 0 && (value != 0 || 1 / value > 0)) {
            out.putDecimal((int) value);
        } else if (!printSpecial(value, out)) {
            BigDecimal digits = extraDigits > 0
                    ? shortest(value)
                    : new BigDecimal(value)
                            .round(new MathContext(Math.max(15 + extraDigits, 1), RoundingMode.HALF_EVEN));
            int fixedBelow = extraDigits > 0 ? 15 : Math.max(15 + extraDigits, 1);
            format(digits, 1 / value < 0 || value < 0, fixedBelow, out);
        }
    }

    public static void print(float value, int extraDigits, ByteWriter out) {
        if (!printSpecial(value, out)) {
            BigDecimal digits = extraDigits > 0
                    ? shortest(value)
                    : new BigDecimal(value)
                            .round(new MathContext(Math.max(6 + extraDigits, 1), RoundingMode.HALF_EVEN));
            int fixedBelow = extraDigits > 0 ? 6 : Math.max(6 + extraDigits, 1);
            format(digits, 1 / value < 0 || value < 0, fixedBelow, out);
        }
    }

    private static boolean printSpecial(double value, ByteWriter out) {
        if (Double.isNaN(value)) {
            out.putAscii("NaN");
        } else if (Double.isInfinite(value)) {
            out.putAscii(value > 0 ? "Infinity" : "-Infinity");
        } else {
            return false;
        }
        return true;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() > 2 && Math.abs(value) < 0x1p53) {
            return digits;
        }
        double size = Math.abs(value);
        return shortest(
                new BigDecimal(value), new BigDecimal(size - Math.nextDown(size)), new BigDecimal(Math.ulp(size)), 17);
    }

    private static BigDecimal shortest(float value) {
        BigDecimal digits = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        if (digits.precision() > 2 && Math.abs(value) < 0x1p24f) {
            return digits;
        }
        float size = Math.abs(value);
        return shortest(
                new BigDecimal(value), new BigDecimal(size - Math.nextDown(size)), new BigDecimal(Math.ulp(size)), 9);
    }

    /// The slow way, for the cases where `Double.toString` shows two digits though one would do, or an exact midpoint.
    private static BigDecimal shortest(BigDecimal exact, BigDecimal gapBelow, BigDecimal gapAbove, int mostDigits) {
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal size = exact.abs();
        BigDecimal low = size.subtract(gapBelow.multiply(half));
        BigDecimal high = size.add(gapAbove.multiply(half));
        for (int digits = 1; digits < mostDigits; digits++) {
            BigDecimal down = size.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = size.round(new MathContext(digits, RoundingMode.UP));
            boolean downFits = down.compareTo(low) > 0;
            boolean upFits = up.compareTo(high) < 0;
            if (downFits || upFits) {
                boolean takeDown = downFits && (!upFits || size.subtract(down).compareTo(up.subtract(size)) <= 0);
                return (takeDown ? down : up).stripTrailingZeros();
            }
        }
        return size.round(new MathContext(mostDigits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /// @param fixedBelow decimal exponent from which on the number is shown with an exponent
    private static void format(BigDecimal decimal, boolean negative, int fixedBelow, ByteWriter out) {
        if (negative) {
            out.putByte('-');
        }
        if (decimal.signum() == 0) {
            out.putByte('0');
            return;
        }
        BigDecimal shown = decimal.abs().stripTrailingZeros();
        int exponent = shown.precision() - shown.scale() - 1;
        if (exponent >= -4 && exponent < fixedBelow) {
            out.putAscii(shown.toPlainString());
            return;
        }
        String digits = shown.unscaledValue().toString();
        out.putByte(digits.charAt(0));
        if (digits.length() > 1) {
            out.putByte('.').putAscii(digits.substring(1));
        }
        out.putByte('e').putByte(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            out.putByte('0');
        }
        out.putDecimal(Math.abs(exponent));
    }
}
