package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// to_char of numbers and to_number.
public final class NumberTemplateFunctions {
    private static final int FLOAT_DIGITS = 6;
    private static final int DOUBLE_DIGITS = 15;
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_DIGITS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
    };

    private NumberTemplateFunctions() {}

    @Prosrc("numeric_to_char")
    public static Utf8 toChar(Numeric value, Utf8 text) {
        if (text.isEmpty()) {
            return Utf8.EMPTY;
        }
        NumberTemplate template = NumberTemplate.parse(text.toString());
        if (template.roman) {
            return roman(template, NumericCasts.toInt4(NumericFunctions.round(value, 0)));
        }
        if (template.exponent) {
            return value.isFinite()
                    ? exponential(template, value.decimal(), RoundingMode.HALF_UP)
                    : noExponential(template);
        }
        Numeric shifted = template.isShifted() ? NumericArithmetic.multiply(value, powerOfTen(template.shift)) : value;
        Numeric rounded = NumericFunctions.round(shifted, template.fractionDigits);
        String digits = rounded.isFinite() ? rounded.decimal().toPlainString() : rounded.toString();
        return fixed(template, digits);
    }

    @Prosrc("int4_to_char")
    public static Utf8 toChar(int value, Utf8 text) {
        if (text.isEmpty()) {
            return Utf8.EMPTY;
        }
        NumberTemplate template = NumberTemplate.parse(text.toString());
        // What does not fit wraps around, as in PostgreSQL 15.
        return integer(
                template.isShifted() ? value * (int) Math.pow(10, template.shift) : value,
                template,
                RoundingMode.HALF_EVEN);
    }

    @Prosrc("int8_to_char")
    public static Utf8 toChar(long value, Utf8 text) {
        if (text.isEmpty()) {
            return Utf8.EMPTY;
        }
        NumberTemplate template = NumberTemplate.parse(text.toString());
        if (!template.isShifted()) {
            return integer(value, template, RoundingMode.HALF_UP);
        }
        try {
            return integer(
                    Math.multiplyExact(value, (long) Math.pow(10, template.shift)), template, RoundingMode.HALF_UP);
        } catch (ArithmeticException e) {
            throw NumberErrors.outOfRange("bigint");
        }
    }

    private static Utf8 integer(long value, NumberTemplate template, RoundingMode rounding) {
        if (template.roman) {
            if (value != (int) value) {
                throw NumberErrors.outOfRange("integer");
            }
            return roman(template, (int) value);
        }
        if (template.exponent) {
            return exponential(template, BigDecimal.valueOf(value), rounding);
        }
        return fixed(
                template,
                BigDecimal.valueOf(value).setScale(template.fractionDigits).toPlainString());
    }

    @Prosrc("float4_to_char")
    public static Utf8 toChar(float value, Utf8 text) {
        return text.isEmpty() ? Utf8.EMPTY : floating(value, NumberTemplate.parse(text.toString()), FLOAT_DIGITS);
    }

    @Prosrc("float8_to_char")
    public static Utf8 toChar(double value, Utf8 text) {
        return text.isEmpty() ? Utf8.EMPTY : floating(value, NumberTemplate.parse(text.toString()), DOUBLE_DIGITS);
    }

    /// Digits that the type does not have are not asked for.
    private static Utf8 floating(double value, NumberTemplate template, int significant) {
        if (template.roman) {
            double whole = Math.rint(value);
            return roman(template, whole >= 1 && whole <= 3999 ? (int) whole : 0);
        }
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        if (template.exponent) {
            return finite
                    ? exponential(template, new BigDecimal(value), RoundingMode.HALF_EVEN)
                    : noExponential(template);
        }
        if (!finite) {
            return fixed(template, Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
        BigDecimal exact = new BigDecimal(value);
        if (template.isShifted()) {
            double shifted = value * Math.pow(10, template.shift);
            exact = new BigDecimal(significant == FLOAT_DIGITS ? (double) (float) shifted : shifted);
        }
        int integerDigits =
                exact.abs().setScale(0, RoundingMode.HALF_EVEN).toPlainString().length();
        int scale = integerDigits >= significant ? 0 : Math.min(template.fractionDigits, significant - integerDigits);
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_EVEN);
        boolean negative = value < 0 || value == 0 && 1 / value < 0;
        String digits = rounded.abs().toPlainString();
        return fixed(template, negative ? "-" + digits : digits, scale);
    }

    private static Utf8 fixed(NumberTemplate template, String digits) {
        return fixed(template, digits, template.fractionDigits);
    }

    /// @param digits with a sign when negative
    private static Utf8 fixed(NumberTemplate template, String digits, int fractionDigits) {
        boolean negative = digits.startsWith("-");
        String number = negative ? digits.substring(1) : digits;
        int point = number.indexOf('.');
        int length = point < 0 ? number.length() : point;
        int integerDigits = template.integerDigits + template.shift;
        if (length > integerDigits) {
            number = "#".repeat(integerDigits) + "." + "#".repeat(fractionDigits);
        }
        int leading = Math.max(integerDigits - length, 0);
        NumberWriter writer =
                new NumberWriter(template, integerDigits, fractionDigits, number, negative ? '-' : '+', leading);
        return Utf8.of(writer.write());
    }

    private static Utf8 roman(NumberTemplate template, int value) {
        StringBuilder numeral = new StringBuilder();
        int rest = value;
        for (int i = 0; i < ROMAN_VALUES.length && value <= 3999; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                numeral.append(ROMAN_DIGITS[i]);
            }
        }
        return Utf8.of(NumberWriter.roman(template, numeral.isEmpty() ? "#".repeat(15) : numeral.toString()));
    }

    /// d.ddde+xx. Of numeric, which rounds half up, PostgreSQL takes the exponent before it rounds: 9.99 is
    /// 10.0e+00.
    private static Utf8 exponential(NumberTemplate template, BigDecimal value, RoundingMode rounding) {
        int scale = template.fractionDigits;
        BigDecimal measured =
                rounding == RoundingMode.HALF_UP ? value : value.round(new MathContext(scale + 1, rounding));
        int exponent = value.signum() == 0 ? 0 : measured.precision() - measured.scale() - 1;
        String significand =
                measured.scaleByPowerOfTen(-exponent).setScale(scale, rounding).toPlainString();
        return Utf8.of((value.signum() < 0 ? "" : " ") + significand + "e%+03d".formatted(exponent));
    }

    /// NaN and infinities do not fit.
    private static Utf8 noExponential(NumberTemplate template) {
        return Utf8.of(" " + "#".repeat(template.integerDigits) + "." + "#".repeat(template.fractionDigits + 4));
    }

    private static Numeric powerOfTen(int exponent) {
        return NumericMath.power(Numeric.of(10), Numeric.of(exponent));
    }

    @Prosrc("numeric_to_number")
    public static Numeric toNumber(Utf8 text, Utf8 format) {
        if (format.isEmpty()) {
            return null;
        }
        NumberTemplate template = NumberTemplate.parse(format.toString());
        if (template.exponent || template.roman) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "\"%s\" not supported for input".formatted(template.exponent ? "EEEE" : "RN"));
        }
        NumberReader reader = new NumberReader(template, text);
        String number = reader.read();
        int scale = reader.fractionRead();
        int precision = template.integerDigits + template.shift + scale;
        Numeric value = NumericText.parse(Utf8.of(number), (precision << 16 | scale) + 4);
        return template.isShifted() ? NumericArithmetic.multiply(value, powerOfTen(-template.shift)) : value;
    }
}
