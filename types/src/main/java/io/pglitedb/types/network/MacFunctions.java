package io.pglitedb.types.network;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;

/// Operators and functions of macaddr and macaddr8.
public final class MacFunctions {
    /// Bits 24 … 39 of a macaddr8 that was made from a macaddr.
    private static final long FILLER = 0xfffeL << 24;

    private MacFunctions() {}

    static byte[] bytes(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >>> 8 * (size - 1 - i));
        }
        return bytes;
    }

    /// A macaddr as macaddr8: FF FE between its halves.
    @Prosrc("macaddrtomacaddr8")
    public static long widen(long macaddr) {
        return (macaddr & 0xffffff000000L) << 16 | FILLER | macaddr & 0xffffff;
    }

    @Prosrc("macaddr8tomacaddr")
    public static long narrow(long macaddr8) {
        if ((macaddr8 & 0xffffL << 24) != FILLER) {
            throw new PgException(
                            SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "macaddr8 data out of range to convert to macaddr")
                    .hint(
                            "Only addresses that have FF and FE as values in the 4th and 5th bytes from the left, "
                                    + "for example xx:xx:xx:ff:fe:xx:xx:xx, are eligible to be converted from macaddr8 to macaddr.");
        }
        return macaddr8 >>> 16 & 0xffffff000000L | macaddr8 & 0xffffff;
    }

    @Prosrc("macaddr8_set7bit")
    public static long setSeventhBit(long macaddr8) {
        return macaddr8 | 0x02L << 56;
    }

    @Prosrc("macaddr_trunc")
    public static long truncate6(long macaddr) {
        return macaddr & ~0xffffffL;
    }

    @Prosrc("macaddr8_trunc")
    public static long truncate8(long macaddr8) {
        return macaddr8 & ~0xffffffffffL;
    }

    @Prosrc("macaddr_not")
    public static long not6(long value) {
        return ~value & 0xffff_ffff_ffffL;
    }

    @Prosrc("macaddr8_not")
    public static long not8(long value) {
        return ~value;
    }

    @Prosrc({"macaddr_and", "macaddr8_and"})
    public static long and(long left, long right) {
        return left & right;
    }

    @Prosrc({"macaddr_or", "macaddr8_or"})
    public static long or(long left, long right) {
        return left | right;
    }

    @Prosrc({"macaddr_eq", "macaddr8_eq"})
    public static boolean eq(long left, long right) {
        return left == right;
    }

    @Prosrc({"macaddr_ne", "macaddr8_ne"})
    public static boolean ne(long left, long right) {
        return left != right;
    }

    @Prosrc({"macaddr_lt", "macaddr8_lt"})
    public static boolean lt(long left, long right) {
        return Long.compareUnsigned(left, right) < 0;
    }

    @Prosrc({"macaddr_le", "macaddr8_le"})
    public static boolean le(long left, long right) {
        return Long.compareUnsigned(left, right) <= 0;
    }

    @Prosrc({"macaddr_gt", "macaddr8_gt"})
    public static boolean gt(long left, long right) {
        return Long.compareUnsigned(left, right) > 0;
    }

    @Prosrc({"macaddr_ge", "macaddr8_ge"})
    public static boolean ge(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0;
    }

    @Prosrc({"macaddr_cmp", "macaddr8_cmp"})
    public static int cmp(long left, long right) {
        return Long.compareUnsigned(left, right);
    }

    @Prosrc("hashmacaddr")
    public static int hash6(long value) {
        return JenkinsHash.hash(bytes(value, 6));
    }

    @Prosrc("hashmacaddrextended")
    public static long hash6(long value, long seed) {
        return JenkinsHash.hash(bytes(value, 6), 0, 6, seed);
    }

    @Prosrc("hashmacaddr8")
    public static int hash8(long value) {
        return JenkinsHash.hash(bytes(value, 8));
    }

    @Prosrc("hashmacaddr8extended")
    public static long hash8(long value, long seed) {
        return JenkinsHash.hash(bytes(value, 8), 0, 8, seed);
    }
}
