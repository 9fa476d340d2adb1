package io.pglitedb.types.datetime;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.integer.IntegerHash;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.TimeTz;

/// PostgreSQL's hash functions of dates and times, which hash partitions show.
public final class DateTimeHash {
    private DateTimeHash() {}

    @Prosrc({"time_hash", "timestamp_hash"})
    public static int hash(long micros) {
        return IntegerHash.hashInt8(micros);
    }

    @Prosrc({"time_hash_extended", "timestamp_hash_extended"})
    public static long hash(long micros, long seed) {
        return IntegerHash.hashInt8(micros, seed);
    }

    @Prosrc("timetz_hash")
    public static int hash(TimeTz time) {
        return hash(time.micros()) ^ JenkinsHash.hash(time.zoneSecondsWest());
    }

    @Prosrc("timetz_hash_extended")
    public static long hash(TimeTz time, long seed) {
        return hash(time.micros(), seed) ^ JenkinsHash.hash(time.zoneSecondsWest(), seed);
    }

    @Prosrc("interval_hash")
    public static int hash(Interval span) {
        return hash(length(span));
    }

    @Prosrc("interval_hash_extended")
    public static long hash(Interval span, long seed) {
        return hash(length(span), seed);
    }

    /// µs, months of 30 days; the low 64 bits, as PostgreSQL takes them.
    private static long length(Interval span) {
        return span.micros() + (span.months() * 30L + span.days()) * DateTimes.MICROS_PER_DAY;
    }
}
