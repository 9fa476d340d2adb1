package io.pglitedb.types.bit;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.BitString;

/// Casts between bit strings and integers, and to another length.
public final class BitCasts {
    private BitCasts() {}

    /// An explicit cast cuts or pads on the right.
    @Prosrc("bit")
    public static BitString toLength(BitString bits, int length, boolean explicit) {
        if (length <= 0 || length == bits.length()) {
            return bits;
        }
        if (!explicit) {
            throw new PgException(
                    SqlState.STRING_DATA_LENGTH_MISMATCH,
                    "bit string length %d does not match type bit(%d)".formatted(bits.length(), length));
        }
        return bits.slice(0, length);
    }

    @Prosrc("varbit")
    public static BitString toMaximum(BitString bits, int length, boolean explicit) {
        if (length <= 0 || length >= bits.length()) {
            return bits;
        }
        if (!explicit) {
            throw BitType.tooLong(length);
        }
        return bits.slice(0, length);
    }

    @Prosrc("bitfromint4")
    public static BitString ofInt(int value, int typmod) {
        return ofLong(value, typmod);
    }

    /// The lowest bits; those beyond the number's repeat its sign.
    @Prosrc("bitfromint8")
    public static BitString ofLong(long value, int typmod) {
        int length = typmod <= 0 ? 1 : typmod;
        BitString bits = BitString.ofZeros(length);
        for (int i = 0; i < length; i++) {
            long bit = value >> Math.min(i, 63) & 1;
            int place = length - 1 - i;
            bits.bytes()[place >> 3] |= (byte) (bit << 7 - (place & 7));
        }
        return bits;
    }

    private static long number(BitString bits) {
        long value = 0;
        for (int i = 0; i < bits.length(); i++) {
            value = value << 1 | (bits.bit(i) ? 1 : 0);
        }
        return value;
    }

    @Prosrc("bittoint4")
    public static int toInt(BitString bits) {
        if (bits.length() > Integer.SIZE) {
            throw NumberErrors.outOfRange("integer");
        }
        return (int) number(bits);
    }

    @Prosrc("bittoint8")
    public static long toLong(BitString bits) {
        if (bits.length() > Long.SIZE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return number(bits);
    }
}
