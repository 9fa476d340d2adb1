package io.pglitedb.types.floating;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;

/// PostgreSQL's hash functions of floats: float4 hashes as float8, both zeros alike, all NaNs alike.
public final class FloatHash {
    private FloatHash() {}

    @Prosrc("hashfloat4")
    public static int hashFloat4(float value) {
        return hashFloat8(value);
    }

    @Prosrc("hashfloat4extended")
    public static long hashFloat4(float value, long seed) {
        return hashFloat8(value, seed);
    }

    @Prosrc("hashfloat8")
    public static int hashFloat8(double value) {
        return value == 0 ? 0 : JenkinsHash.hash(JenkinsHash.littleEndian(Double.doubleToLongBits(value)));
    }

    @Prosrc("hashfloat8extended")
    public static long hashFloat8(double value, long seed) {
        return value == 0
                ? seed
                : JenkinsHash.hash(JenkinsHash.littleEndian(Double.doubleToLongBits(value)), 0, 8, seed);
    }
}
