package io.pglitedb.types.bit;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.BitString;

/// Operators and functions of bit strings. Positions count from 1 and may lie outside the value; get_bit and
/// set_bit count from 0.
public final class BitFunctions {
    private BitFunctions() {}

    @Prosrc({"bitlength", "bit_length(bit)"})
    public static int length(BitString bits) {
        return bits.length();
    }

    @Prosrc("bitoctetlength")
    public static int octetLength(BitString bits) {
        return bits.bytes().length;
    }

    @Prosrc("bit_bit_count")
    public static long count(BitString bits) {
        long count = 0;
        for (byte octet : bits.bytes()) {
            count += Integer.bitCount(octet & 0xff);
        }
        return count;
    }

    private interface ByteOperation {
        int apply(int left, int right);
    }

    private static BitString combine(BitString left, BitString right, String name, ByteOperation operation) {
        if (left.length() != right.length()) {
            throw new PgException(
                    SqlState.STRING_DATA_LENGTH_MISMATCH, "cannot %s bit strings of different sizes".formatted(name));
        }
        BitString result = BitString.ofZeros(left.length());
        for (int i = 0; i < result.bytes().length; i++) {
            result.bytes()[i] = (byte) operation.apply(left.bytes()[i], right.bytes()[i]);
        }
        return result;
    }

    @Prosrc("bit_and")
    public static BitString and(BitString left, BitString right) {
        return combine(left, right, "AND", (a, b) -> a & b);
    }

    @Prosrc("bit_or")
    public static BitString or(BitString left, BitString right) {
        return combine(left, right, "OR", (a, b) -> a | b);
    }

    @Prosrc("bitxor")
    public static BitString xor(BitString left, BitString right) {
        return combine(left, right, "XOR", (a, b) -> a ^ b);
    }

    @Prosrc("bitnot")
    public static BitString not(BitString bits) {
        byte[] flipped = new byte[bits.bytes().length];
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] = (byte) ~bits.bytes()[i];
        }
        return new BitString(bits.length(), flipped).slice(0, bits.length());
    }

    @Prosrc("bitshiftleft")
    public static BitString shiftLeft(BitString bits, int places) {
        return places < 0 ? bits.shiftRight(negated(places)) : bits.shiftLeft(places);
    }

    @Prosrc("bitshiftright")
    public static BitString shiftRight(BitString bits, int places) {
        return places < 0 ? bits.shiftLeft(negated(places)) : bits.shiftRight(places);
    }

    private static int negated(int places) {
        return places == Integer.MIN_VALUE ? Integer.MAX_VALUE : -places;
    }

    @Prosrc("bitcat")
    public static BitString append(BitString left, BitString right) {
        if ((long) left.length() + right.length() > Integer.MAX_VALUE - 7) {
            throw new PgException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "bit string length exceeds the maximum allowed (%d)".formatted(Integer.MAX_VALUE - 7));
        }
        return left.append(right);
    }

    @Prosrc("bitsubstr")
    public static BitString substring(BitString bits, int start, int length) {
        if (length < 0) {
            throw negativeLength();
        }
        return between(bits, start, (long) start + length);
    }

    @Prosrc("bitsubstr_no_len")
    public static BitString substring(BitString bits, int start) {
        return between(bits, start, Long.MAX_VALUE);
    }

    private static PgException negativeLength() {
        return new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }

    private static BitString between(BitString bits, long start, long end) {
        long from = Math.max(start, 1);
        long to = Math.min(end, bits.length() + 1L);
        return to <= from ? BitString.ofZeros(0) : bits.slice((int) from - 1, (int) (to - from));
    }

    @Prosrc("bitoverlay")
    public static BitString overlay(BitString bits, BitString with, int start, int length) {
        if (start <= 0) {
            throw negativeLength();
        }
        long behind = (long) start + length;
        if (behind != (int) behind) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
        }
        return between(bits, 1, start).append(with).append(between(bits, behind, Long.MAX_VALUE));
    }

    @Prosrc("bitoverlay_no_len")
    public static BitString overlay(BitString bits, BitString with, int start) {
        return overlay(bits, with, start, with.length());
    }

    @Prosrc("bitposition")
    public static int position(BitString bits, BitString wanted) {
        if (wanted.length() == 0) {
            return bits.length() == 0 ? 0 : 1;
        }
        for (int from = 0; from + wanted.length() <= bits.length(); from++) {
            int matching = 0;
            while (matching < wanted.length() && wanted.bit(matching) == bits.bit(from + matching)) {
                matching++;
            }
            if (matching == wanted.length()) {
                return from + 1;
            }
        }
        return 0;
    }

    private static void checkIndex(BitString bits, int index) {
        if (index < 0 || index >= bits.length()) {
            throw new PgException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR,
                    "bit index %d out of valid range (0..%d)".formatted(index, bits.length() - 1));
        }
    }

    @Prosrc("bitgetbit")
    public static int getBit(BitString bits, int index) {
        checkIndex(bits, index);
        return bits.bit(index) ? 1 : 0;
    }

    @Prosrc("bitsetbit")
    public static BitString setBit(BitString bits, int index, int bit) {
        checkIndex(bits, index);
        if (bit != 0 && bit != 1) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "new bit must be 0 or 1");
        }
        byte[] changed = bits.bytes().clone();
        int mask = 0x80 >> (index & 7);
        changed[index >> 3] = (byte) (bit == 1 ? changed[index >> 3] | mask : changed[index >> 3] & ~mask);
        return new BitString(bits.length(), changed);
    }
}
