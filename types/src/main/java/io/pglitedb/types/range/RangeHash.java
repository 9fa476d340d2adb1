package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.hash.TypeHash;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;

/// PostgreSQL's hash functions of ranges, which hash partitions show.
public final class RangeHash {
    private RangeHash() {}

    private static int element(CallContext call, RangeValueType type, Object value) {
        return value == null ? 0 : TypeHash.hash(value, type.subtype().oid(), call.session());
    }

    private static long element(CallContext call, RangeValueType type, Object value, long seed) {
        return value == null ? 0 : TypeHash.hash(value, type.subtype().oid(), seed, call.session());
    }

    private static int hash(CallContext call, RangeValueType type, PgRange range) {
        int hash = JenkinsHash.hash(RangeValueType.flags(range)) ^ element(call, type, range.lower());
        return Integer.rotateLeft(hash, 1) ^ element(call, type, range.upper());
    }

    private static long hash(CallContext call, RangeValueType type, PgRange range, long seed) {
        long hash = JenkinsHash.hash(RangeValueType.flags(range), seed) ^ element(call, type, range.lower(), seed);
        return JenkinsHash.rotateHalves(hash) ^ element(call, type, range.upper(), seed);
    }

    @Prosrc("hash_range")
    public static int hash(CallContext call, PgRange range) {
        return hash(call, RangeTypes.of(call, range), range);
    }

    @Prosrc("hash_range_extended")
    public static long hash(CallContext call, PgRange range, long seed) {
        return hash(call, RangeTypes.of(call, range), range, seed);
    }

    @Prosrc("hash_multirange")
    public static int hash(CallContext call, PgMultirange multirange) {
        RangeValueType type = RangeTypes.of(call, multirange).rangeType();
        int hash = 1;
        for (PgRange range : multirange.ranges()) {
            hash = 31 * hash + hash(call, type, range);
        }
        return hash;
    }

    @Prosrc("hash_multirange_extended")
    public static long hash(CallContext call, PgMultirange multirange, long seed) {
        RangeValueType type = RangeTypes.of(call, multirange).rangeType();
        long hash = 1;
        for (PgRange range : multirange.ranges()) {
            hash = 31 * hash + hash(call, type, range, seed);
        }
        return hash;
    }
}
