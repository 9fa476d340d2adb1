package io.pglitedb.types.bit;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.BitString;

/// Comparison operators of bit strings: by bytes, then by length.
public final class BitComparisons {
    private BitComparisons() {}

    @Prosrc("biteq")
    public static boolean equal(BitString left, BitString right) {
        return left.equals(right);
    }

    @Prosrc("bitne")
    public static boolean notEqual(BitString left, BitString right) {
        return !left.equals(right);
    }

    @Prosrc("bitlt")
    public static boolean less(BitString left, BitString right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc("bitle")
    public static boolean lessOrEqual(BitString left, BitString right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc("bitgt")
    public static boolean greater(BitString left, BitString right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc("bitge")
    public static boolean greaterOrEqual(BitString left, BitString right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc("bitcmp")
    public static int compare(BitString left, BitString right) {
        return Integer.signum(left.compareTo(right));
    }
}
