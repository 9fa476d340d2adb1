package io.pglitedb.types.integer;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;

/// PostgreSQL's hash functions of integers: equal numbers of different width hash alike.
public final class IntegerHash {
    private IntegerHash() {}

    @Prosrc("hashint2")
    public static int hashInt2(short value) {
        return JenkinsHash.hash(value);
    }

    @Prosrc("hashint2extended")
    public static long hashInt2(short value, long seed) {
        return JenkinsHash.hash(value, seed);
    }

    @Prosrc({"hashint4", "hashoid"})
    public static int hashInt4(int value) {
        return JenkinsHash.hash(value);
    }

    @Prosrc({"hashint4extended", "hashoidextended"})
    public static long hashInt4(int value, long seed) {
        return JenkinsHash.hash(value, seed);
    }

    @Prosrc({"hashint8", "pg_lsn_hash"})
    public static int hashInt8(long value) {
        return JenkinsHash.hash(folded(value));
    }

    @Prosrc({"hashint8extended", "pg_lsn_hash_extended"})
    public static long hashInt8(long value, long seed) {
        return JenkinsHash.hash(folded(value), seed);
    }

    private static int folded(long value) {
        int high = (int) (value >> 32);
        return (int) value ^ (value >= 0 ? high : ~high);
    }
}
