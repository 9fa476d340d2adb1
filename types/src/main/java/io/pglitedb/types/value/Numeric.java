package io.pglitedb.types.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// The carrier of numeric: a finite decimal with a display scale, NaN, or an infinity. Order is PostgreSQL's: NaN is
/// equal to itself and above Infinity. `equals` is equality of the number, so 1.0 equals 1.00.
public final class Numeric implements Comparable<Numeric> {
    public static final Numeric NAN = new Numeric(Kind.NAN, null);
    public static final Numeric POSITIVE_INFINITY = new Numeric(Kind.POSITIVE_INFINITY, null);
    public static final Numeric NEGATIVE_INFINITY = new Numeric(Kind.NEGATIVE_INFINITY, null);
    public static final Numeric ZERO = of(0);
    public static final Numeric ONE = of(1);

    /// In ascending order.
    private enum Kind {
        NEGATIVE_INFINITY,
        FINITE,
        POSITIVE_INFINITY,
        NAN
    }

    private final Kind kind;
    private final BigDecimal decimal;

    private Numeric(Kind kind, BigDecimal decimal) {
        this.kind = kind;
        this.decimal = decimal;
    }

    /// The scale is the display scale; a negative one becomes 0.
    public static Numeric of(BigDecimal decimal) {
        return new Numeric(Kind.FINITE, decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    }

    public static Numeric of(long value) {
        return new Numeric(Kind.FINITE, BigDecimal.valueOf(value));
    }

    public static Numeric of(BigInteger value) {
        return new Numeric(Kind.FINITE, new BigDecimal(value));
    }

    /// For constants: the number as BigDecimal reads it.
    public static Numeric of(String digits) {
        return of(new BigDecimal(digits));
    }

    public static Numeric infinity(boolean negative) {
        return negative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
    }

    public boolean isNaN() {
        return kind == Kind.NAN;
    }

    public boolean isInfinite() {
        return kind == Kind.POSITIVE_INFINITY || kind == Kind.NEGATIVE_INFINITY;
    }

    public boolean isFinite() {
        return kind == Kind.FINITE;
    }

    /// -1, 0, 1; 1 for NaN.
    public int signum() {
        return switch (kind) {
            case FINITE -> decimal.signum();
            case NEGATIVE_INFINITY -> -1;
            case POSITIVE_INFINITY, NAN -> 1;
        };
    }

    /// The number, for a finite one.
    public BigDecimal decimal() {
        if (decimal == null) {
            throw new IllegalStateException(this + " is not finite");
        }
        return decimal;
    }

    /// Digits shown after the point, 0 for NaN and infinities.
    public int displayScale() {
        return decimal == null ? 0 : decimal.scale();
    }

    /// Rounded half away from zero to that many digits after the point, shown with as many.
    public Numeric withScale(int scale) {
        return decimal == null ? this : new Numeric(Kind.FINITE, decimal.setScale(scale, RoundingMode.HALF_UP));
    }

    public Numeric negate() {
        return switch (kind) {
            case FINITE -> new Numeric(Kind.FINITE, decimal.negate());
            case NEGATIVE_INFINITY -> POSITIVE_INFINITY;
            case POSITIVE_INFINITY -> NEGATIVE_INFINITY;
            case NAN -> this;
        };
    }

    public Numeric abs() {
        return signum() < 0 ? negate() : this;
    }

    @Override
    public int compareTo(Numeric other) {
        return kind == Kind.FINITE && other.kind == Kind.FINITE
                ? decimal.compareTo(other.decimal)
                : kind.compareTo(other.kind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numeric that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return decimal == null
                ? kind.ordinal()
                : decimal.signum() == 0 ? 0 : decimal.stripTrailingZeros().hashCode();
    }

    /// As PostgreSQL prints it: never an exponent.
    @Override
    public String toString() {
        return switch (kind) {
            case FINITE -> decimal.toPlainString();
            case NEGATIVE_INFINITY -> "-Infinity";
            case POSITIVE_INFINITY -> "Infinity";
            case NAN -> "NaN";
        };
    }
}
