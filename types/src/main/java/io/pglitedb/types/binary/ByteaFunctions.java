package io.pglitedb.types.binary;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import java.util.Arrays;

/// Operators of bytea.
public final class ByteaFunctions {
    private ByteaFunctions() {}

    @Prosrc("byteaeq")
    public static boolean byteaeq(Bytes left, Bytes right) {
        return left.compareTo(right) == 0;
    }

    @Prosrc("byteane")
    public static boolean byteane(Bytes left, Bytes right) {
        return left.compareTo(right) != 0;
    }

    @Prosrc("bytealt")
    public static boolean bytealt(Bytes left, Bytes right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc("byteale")
    public static boolean byteale(Bytes left, Bytes right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc("byteagt")
    public static boolean byteagt(Bytes left, Bytes right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc("byteage")
    public static boolean byteage(Bytes left, Bytes right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc("byteacmp")
    public static int byteacmp(Bytes left, Bytes right) {
        return Integer.signum(left.compareTo(right));
    }

    @Prosrc("byteaoctetlen")
    public static int byteaoctetlen(Bytes value) {
        return value.length();
    }

    @Prosrc("byteacat")
    public static Bytes byteacat(Bytes left, Bytes right) {
        byte[] joined = Arrays.copyOf(left.array(), Math.addExact(left.length(), right.length()));
        System.arraycopy(right.array(), 0, joined, left.length(), right.length());
        return new Bytes(joined);
    }

    /// Positions count from 1 and may lie outside the value.
    private static Bytes slice(Bytes value, long from, long to) {
        int start = (int) Math.min(Math.max(from - 1, 0), value.length());
        int end = (int) Math.min(Math.max(to - 1, start), value.length());
        return new Bytes(Arrays.copyOfRange(value.array(), start, end));
    }

    @Prosrc("bytea_substr")
    public static Bytes substring(Bytes value, int from, int length) {
        if (length < 0) {
            throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
        }
        return slice(value, from, (long) from + length);
    }

    @Prosrc("bytea_substr_no_len")
    public static Bytes substring(Bytes value, int from) {
        return slice(value, from, Long.MAX_VALUE);
    }

    @Prosrc("byteaoverlay")
    public static Bytes overlay(Bytes value, Bytes with, int from, int length) {
        if (from <= 0) {
            throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
        }
        Bytes tail = slice(value, (long) from + length, Long.MAX_VALUE);
        return byteacat(byteacat(slice(value, 1, from), with), tail);
    }

    @Prosrc("byteaoverlay_no_len")
    public static Bytes overlay(Bytes value, Bytes with, int from) {
        return overlay(value, with, from, with.length());
    }

    @Prosrc("byteapos")
    public static int position(Bytes value, Bytes wanted) {
        for (int at = 0; at + wanted.length() <= value.length(); at++) {
            if (Arrays.equals(value.array(), at, at + wanted.length(), wanted.array(), 0, wanted.length())) {
                return at + 1;
            }
        }
        return 0;
    }

    private static void check(long index, long size) {
        if (index < 0 || index >= size) {
            throw new PgException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR, "index " + index + " out of valid range, 0.." + (size - 1));
        }
    }

    @Prosrc("byteaGetByte")
    public static int byteAt(Bytes value, int index) {
        check(index, value.length());
        return value.array()[index] & 0xff;
    }

    @Prosrc("byteaSetByte")
    public static Bytes withByte(Bytes value, int index, int octet) {
        check(index, value.length());
        byte[] copy = value.array().clone();
        copy[index] = (byte) octet;
        return new Bytes(copy);
    }

    @Prosrc("byteaGetBit")
    public static int bitAt(Bytes value, long index) {
        check(index, value.length() * 8L);
        return value.array()[(int) (index / 8)] >> (int) (index % 8) & 1;
    }

    @Prosrc("byteaSetBit")
    public static Bytes withBit(Bytes value, long index, int bit) {
        check(index, value.length() * 8L);
        if (bit != 0 && bit != 1) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "new bit must be 0 or 1");
        }
        byte[] copy = value.array().clone();
        int mask = 1 << (int) (index % 8);
        int octet = copy[(int) (index / 8)] & ~mask;
        copy[(int) (index / 8)] = (byte) (bit == 1 ? octet | mask : octet);
        return new Bytes(copy);
    }

    @Prosrc("bytea_bit_count")
    public static long bitCount(Bytes value) {
        long count = 0;
        for (byte octet : value.array()) {
            count += Integer.bitCount(octet & 0xff);
        }
        return count;
    }
}
