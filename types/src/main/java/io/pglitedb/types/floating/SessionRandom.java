package io.pglitedb.types.floating;

/// The random numbers of one session: xoroshiro128** seeded by splitmix64, as PostgreSQL 15, so that `setseed` gives
/// the
/// same series. A session offers its own by `SessionContext.as(SessionRandom.class)`. Not thread-safe.
/// Source: Blackman and Vigna, prng.di.unimi.it (public domain).
public final class SessionRandom {
    private long s0;
    private long s1;
    private long mixer;

    public SessionRandom(long seed) {
        seed(seed);
    }

    public void seed(long seed) {
        mixer = seed;
        s0 = splitMix();
        s1 = splitMix();
    }

    /// @param seed -1 … 1
    void seed(double seed) {
        seed((long) (((1L << 52) - 1) * seed));
    }

    private long splitMix() {
        mixer += 0x9e3779b97f4a7c15L;
        long value = (mixer ^ mixer >>> 30) * 0xbf58476d1ce4e5b9L;
        value = (value ^ value >>> 27) * 0x94d049bb133111ebL;
        return value ^ value >>> 31;
    }

    private long next() {
        long mixed = s1 ^ s0;
        long value = Long.rotateLeft(s0 * 5, 7) * 9;
        s0 = Long.rotateLeft(s0, 24) ^ mixed ^ mixed << 16;
        s1 = Long.rotateLeft(mixed, 37);
        return value;
    }

    /// 0 … below 1, 52 bits.
    double nextDouble() {
        return (next() >>> 12) * 0x1p-52;
    }
}
