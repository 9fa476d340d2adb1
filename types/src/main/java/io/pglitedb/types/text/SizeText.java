package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumericArithmetic;
import io.pglitedb.types.numeric.NumericText;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes in bytes as people write them: pg_size_pretty, pg_size_bytes.
public final class SizeText {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    private static final int UNIT_BITS = 10;
    /// A unit is left for the next one from this number on; from the second unit on, numbers are rounded.
    private static final int LIMIT = 10 * 1024;
    private static final Pattern FORM = Pattern.compile(
            "\\s*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)\\s*(.*?)\\s*", Pattern.DOTALL);

    private SizeText() {}

    @Prosrc("pg_size_pretty")
    public static Utf8 pretty(long size) {
        return pretty(BigInteger.valueOf(size));
    }

    /// Halves of a unit are kept until the end, where they round away from zero.
    private static Utf8 pretty(BigInteger bytes) {
        BigInteger magnitude = bytes.abs();
        int unit = 0;
        BigInteger value = magnitude;
        BigInteger limit = BigInteger.valueOf(LIMIT);
        BigInteger halves = magnitude;
        while (unit + 1 < UNITS.length && value.compareTo(limit) >= 0) {
            unit++;
            halves = magnitude.shiftRight(UNIT_BITS * unit - 1);
            value = halves.add(BigInteger.ONE).shiftRight(1);
        }
        return Utf8.of((bytes.signum() < 0 ? value.negate() : value) + " " + UNITS[unit]);
    }

    @Prosrc("pg_size_pretty_numeric")
    public static Utf8 pretty(Numeric size) {
        if (!size.isFinite()) {
            throw PgException.notSupported("pg_size_pretty of " + size);
        }
        BigDecimal exact = size.decimal();
        if (exact.abs().compareTo(BigDecimal.valueOf(LIMIT)) < 0) {
            return Utf8.of(exact.toPlainString() + " bytes");
        }
        return pretty(exact.setScale(0, RoundingMode.DOWN).toBigInteger());
    }

    /// A number and a unit, case aside; without a unit the number counts bytes.
    @Prosrc("pg_size_bytes")
    public static long bytes(Utf8 text) {
        Matcher parts = FORM.matcher(text.toString());
        if (!parts.matches()) {
            throw invalid(text);
        }
        BigDecimal number = number(parts.group(1));
        String unit = parts.group(2);
        BigInteger factor = unit.isEmpty() ? BigInteger.ONE : factor(text, unit);
        Numeric product = NumericArithmetic.multiply(Numeric.of(number), Numeric.of(factor));
        BigInteger bytes = product.decimal().setScale(0, RoundingMode.HALF_UP).toBigInteger();
        if (bytes.bitLength() > 63) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "bigint out of range");
        }
        return bytes.longValue();
    }

    /// As numeric reads it: 22003 beyond numeric's range.
    private static BigDecimal number(String digits) {
        return NumericText.parse(Utf8.of(digits), -1).decimal();
    }

    private static BigInteger factor(Utf8 text, String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        for (int i = 0; i < UNITS.length; i++) {
            if (lower.equals(UNITS[i].toLowerCase(Locale.ROOT))) {
                return BigInteger.ONE.shiftLeft(UNIT_BITS * i);
            }
        }
        throw invalid(text)
                .detail("Invalid size unit: \"%s\".".formatted(unit))
                .hint("Valid units are \"bytes\", \"kB\", \"MB\", \"GB\", \"TB\", and \"PB\".");
    }

    private static PgException invalid(Utf8 text) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid size: \"%s\"".formatted(text));
    }
}
