package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.key.StoreKey;

/// A Bloom filter over keys: ten bits a key, six probes, so that one absent key in a hundred passes. Source:
/// Kirsch and Mitzenmacher, "Less Hashing, Same Performance" (2006).
final class KeyFilter {
    private static final int BITS_PER_KEY = 10;
    private static final int PROBES = 6;

    private final long[] words;

    KeyFilter(long keysMax) {
        words = new long[(int) Math.min(1 << 27, keysMax * BITS_PER_KEY / Long.SIZE + 1)];
    }

    void add(byte[] keys, int offset, int length) {
        long hash = StoreKey.hash(keys, offset, length);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    boolean mayContain(byte[] key) {
        long hash = StoreKey.hash(key, 0, key.length);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe);
            if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private long bit(long hash, int probe) {
        long mixed = hash + probe * (Long.rotateLeft(hash, 32) | 1);
        return Math.unsignedMultiplyHigh(mixed * 0x9E3779B97F4A7C15L, (long) words.length << 6);
    }
}
