package io.pglitedb.types.numeric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.DecimalBuilder;
import io.pglitedb.types.vector.VectorBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// numeric.
///
/// Stored: display scale as varint, then the unscaled value, two's complement, big-endian, shortest. NaN and the
/// infinities have no second part; the first then is 0 for NaN, 1 for Infinity, 2 for -Infinity.
///
/// Key: a class byte (1 -Infinity, 2 negative, 3 zero, 4 positive, 5 Infinity, 6 NaN). For a non-zero number then
/// the base-100 exponent E of 0.d1d2d3… × 100^E and the base-100 digits without trailing zeros, each plus 1,
/// ended by 00; all
/// of that inverted for negative numbers. E is one byte E + 128 for -127 … 126, else 00 or ff and four bytes.
public final class NumericType implements ValueType {
    private static final int NAN_SIGN = 0xc000;
    private static final int POSITIVE_INFINITY_SIGN = 0xd000;
    private static final int NEGATIVE_INFINITY_SIGN = 0xf000;
    private static final int NEGATIVE_SIGN = 0x4000;
    private static final BigInteger BASE = BigInteger.valueOf(10000);

    @Override
    public int oid() {
        return Oids.NUMERIC;
    }

    @Override
    public Class<?> carrier() {
        return Numeric.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return NumericText.parse(text, typmod);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(value.toString());
    }

    /// Four int16: digit count, weight, sign, display scale; then the base-10000 digits.
    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int count = in.getShort() & 0xffff;
        int weight = in.getShort();
        int sign = in.getShort() & 0xffff;
        int scale = in.getShort() & 0xffff;
        Numeric special = switch (sign) {
            case NAN_SIGN -> Numeric.NAN;
            case POSITIVE_INFINITY_SIGN -> Numeric.POSITIVE_INFINITY;
            case NEGATIVE_INFINITY_SIGN -> Numeric.NEGATIVE_INFINITY;
            case 0, NEGATIVE_SIGN -> null;
            default -> throw malformed("invalid sign in external \"numeric\" value");
        };
        if (scale > NumericArithmetic.MAX_SCALE) {
            throw malformed("invalid scale in external \"numeric\" value");
        }
        BigInteger unscaled = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            int digit = in.getShort();
            if (digit < 0 || digit >= 10000) {
                throw malformed("invalid digit in external \"numeric\" value");
            }
            unscaled = unscaled.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        if (special != null) {
            return NumericText.fit(special, typmod);
        }
        BigDecimal value = new BigDecimal(sign == 0 ? unscaled : unscaled.negate(), (count - 1 - weight) * 4);
        // digits beyond the display scale are dropped, not rounded
        return NumericText.fit(Numeric.of(value.setScale(scale, RoundingMode.DOWN)), typmod);
    }

    private static PgException malformed(String message) {
        return new PgException(SqlState.INVALID_BINARY_REPRESENTATION, message);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        Numeric numeric = (Numeric) value;
        if (!numeric.isFinite()) {
            int sign =
                    numeric.isNaN() ? NAN_SIGN : numeric.signum() > 0 ? POSITIVE_INFINITY_SIGN : NEGATIVE_INFINITY_SIGN;
            out.putShort(0).putShort(0).putShort(sign).putShort(0);
            return;
        }
        BigDecimal decimal = numeric.decimal();
        int[] digits = digits(decimal);
        out.putShort(digits.length)
                .putShort(NumericArithmetic.weight(decimal))
                .putShort(decimal.signum() < 0 ? NEGATIVE_SIGN : 0)
                .putShort(decimal.scale());
        for (int digit : digits) {
            out.putShort(digit);
        }
    }

    /// How many digits in base 10000 PostgreSQL keeps of a finite number.
    public static int storedDigits(Numeric value) {
        return digits(value.decimal()).length;
    }

    /// Digits in base 10000 from the leading one on, without trailing zeros; none for zero.
    static int[] digits(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return new int[0];
        }
        String decimals = decimal.unscaledValue().abs().toString();
        int integerDigits = Math.floorMod(NumericArithmetic.exponent(decimal), 4) + 1; // in the first group
        String padded = "0".repeat(4 - integerDigits) + decimals;
        int length = padded.length();
        while (padded.charAt(length - 1) == '0') {
            length--;
        }
        int[] digits = new int[(length + 3) / 4];
        for (int i = 0; i < digits.length * 4; i++) {
            digits[i / 4] = digits[i / 4] * 10 + (i < length ? padded.charAt(i) - '0' : 0);
        }
        return digits;
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        Numeric numeric = (Numeric) value;
        if (!numeric.isFinite()) {
            out.putVarInt(numeric.isNaN() ? 0 : numeric.signum() > 0 ? 1 : 2);
            return;
        }
        out.putVarInt(numeric.displayScale());
        BigInteger unscaled = numeric.decimal().unscaledValue();
        if (unscaled.bitLength() > 63) {
            out.putBytes(unscaled.toByteArray());
            return;
        }
        long bits = unscaled.longValue();
        for (int shift = unscaled.bitLength() / 8 * 8; shift >= 0; shift -= 8) {
            out.putByte((int) (bits >> shift));
        }
    }

    @Override
    public Object load(ByteReader in) {
        int scale = in.getVarInt();
        int length = in.remaining();
        if (length == 0) {
            return scale == 0 ? Numeric.NAN : Numeric.infinity(scale == 2);
        }
        if (length > Long.BYTES) {
            return Numeric.of(new BigDecimal(new BigInteger(in.getBytes(length)), scale));
        }
        return Numeric.of(BigDecimal.valueOf(unscaled(in), scale));
    }

    /// What remains of `in`: 1 … 8 bytes.
    private static long unscaled(ByteReader in) {
        long unscaled = in.getByte();
        while (in.remaining() > 0) {
            unscaled = unscaled << 8 | in.getUnsignedByte();
        }
        return unscaled;
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        int start = in.position();
        int scale = in.getVarInt();
        if (in.remaining() > 0 && in.remaining() <= Long.BYTES) {
            ((DecimalBuilder) out).appendDecimal(unscaled(in), scale);
        } else {
            in.position(start);
            out.append(load(in));
        }
    }

    @Override
    public int compare(Object left, Object right) {
        return ((Numeric) left).compareTo((Numeric) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        Numeric numeric = (Numeric) value;
        if (!numeric.isFinite()) {
            key.putByte(numeric.isNaN() ? 6 : numeric.signum() > 0 ? 5 : 1);
            return;
        }
        BigDecimal decimal = numeric.decimal();
        int sign = decimal.signum();
        key.putByte(3 + sign);
        if (sign == 0) {
            return;
        }
        int start = key.size();
        int exponent = Math.floorDiv(NumericArithmetic.exponent(decimal), 2) + 1;
        if (exponent >= -127 && exponent <= 126) {
            key.putByte(exponent + 128);
        } else {
            key.putByte(exponent < 0 ? 0 : 0xff).putInt(exponent ^ Integer.MIN_VALUE);
        }
        String digits = decimal.unscaledValue().abs().toString();
        int length = digits.length();
        while (digits.charAt(length - 1) == '0') {
            length--;
        }
        // an even exponent leaves one decimal digit in the first pair
        for (int at = (NumericArithmetic.exponent(decimal) & 1) - 1; at < length; at += 2) {
            int high = at < 0 ? 0 : digits.charAt(at) - '0';
            int low = at + 1 < length ? digits.charAt(at + 1) - '0' : 0;
            key.putByte(high * 10 + low + 1);
        }
        key.putByte(0);
        if (sign < 0) {
            for (int at = start; at < key.size(); at++) {
                key.setByte(at, ~key.array()[at]);
            }
        }
    }

    @Override
    public Object takeKey(ByteReader key) {
        int kind = key.getByte();
        switch (kind) {
            case 1:
                return Numeric.NEGATIVE_INFINITY;
            case 3:
                return Numeric.ZERO;
            case 5:
                return Numeric.POSITIVE_INFINITY;
            case 6:
                return Numeric.NAN;
            default:
                break;
        }
        int inversion = kind == 2 ? 0xff : 0;
        int exponent = (key.getUnsignedByte() ^ inversion) - 128;
        if (exponent == -128 || exponent == 127) {
            exponent = key.getInt() ^ (inversion == 0 ? 0 : -1) ^ Integer.MIN_VALUE;
        }
        StringBuilder digits = new StringBuilder(kind == 2 ? "-" : "");
        int pairs = 0;
        for (int pair = key.getUnsignedByte() ^ inversion; pair != 0; pair = key.getUnsignedByte() ^ inversion) {
            digits.append((char) ('0' + (pair - 1) / 10)).append((char) ('0' + (pair - 1) % 10));
            pairs++;
        }
        return Numeric.of(
                new BigDecimal(new BigInteger(digits.toString()), (pairs - exponent) * 2).stripTrailingZeros());
    }

    @Override
    public boolean keyKeepsValue() {
        return false; // the display scale
    }
}
