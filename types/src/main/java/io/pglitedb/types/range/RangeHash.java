package io.pglitedb.types.range;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;

/// PostgreSQL's hash functions of ranges, which hash partitions show; of ranges over built-in subtypes.
public final class RangeHash {
    private RangeHash() {}

    private static String elementFunction(RangeValueType type) {
        int oid = type.subtype().oid();
        return switch (oid) {
            case Oids.INT4, Oids.DATE -> "hashint4";
            case Oids.INT8 -> "hashint8";
            case Oids.NUMERIC -> "hash_numeric";
            case Oids.TIMESTAMP, Oids.TIMESTAMPTZ -> "timestamp_hash";
            default -> throw PgException.notSupported("hash function of a range over type with OID " + oid);
        };
    }

    private static int element(RangeValueType type, Object value) {
        return value == null
                ? 0
                : (Integer)
                        FunctionRegistry.standard().find(elementFunction(type)).invoke(null, value);
    }

    private static long element(RangeValueType type, Object value, long seed) {
        if (value == null) {
            return 0;
        }
        String name = elementFunction(type);
        String extended = name + (name.startsWith("hashint") ? "extended" : "_extended");
        return (Long) FunctionRegistry.standard().find(extended).invoke(null, value, seed);
    }

    private static int hash(RangeValueType type, PgRange range) {
        int hash = JenkinsHash.hash(RangeValueType.flags(range)) ^ element(type, range.lower());
        return Integer.rotateLeft(hash, 1) ^ element(type, range.upper());
    }

    private static long hash(RangeValueType type, PgRange range, long seed) {
        long hash = JenkinsHash.hash(RangeValueType.flags(range), seed) ^ element(type, range.lower(), seed);
        return rotatedHalves(hash) ^ element(type, range.upper(), seed);
    }

    /// Each half by one place to the left.
    private static long rotatedHalves(long value) {
        return value << 1 & 0xffff_fffe_ffff_fffeL | value >>> 31 & 0x1_0000_0001L;
    }

    @Prosrc("hash_range")
    public static int hash(CallContext call, PgRange range) {
        return hash(RangeTypes.of(call, range), range);
    }

    @Prosrc("hash_range_extended")
    public static long hash(CallContext call, PgRange range, long seed) {
        return hash(RangeTypes.of(call, range), range, seed);
    }

    @Prosrc("hash_multirange")
    public static int hash(CallContext call, PgMultirange multirange) {
        RangeValueType type = RangeTypes.of(call, multirange).rangeType();
        int hash = 1;
        for (PgRange range : multirange.ranges()) {
            hash = 31 * hash + hash(type, range);
        }
        return hash;
    }

    @Prosrc("hash_multirange_extended")
    public static long hash(CallContext call, PgMultirange multirange, long seed) {
        RangeValueType type = RangeTypes.of(call, multirange).rangeType();
        long hash = 1;
        for (PgRange range : multirange.ranges()) {
            hash = 31 * hash + hash(type, range, seed);
        }
        return hash;
    }
}
