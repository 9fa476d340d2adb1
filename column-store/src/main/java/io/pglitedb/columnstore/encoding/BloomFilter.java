package io.pglitedb.columnstore.encoding;

import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/// Parquet's split block bloom filter: blocks of eight 32-bit words, a bit in each word per value.
public final class BloomFilter {
    private static final int[] SALT = {
        0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
    };
    private static final int BLOCK_BYTES = 32;
    private static final int BITS_PER_VALUE = 10; // 1 % false positives
    private static final XXHash64 HASH = XXHashFactory.fastestInstance().hash64();

    private final byte[] bits;

    /// Keeps the array: a filter as it stands in a file.
    public BloomFilter(byte[] bits) {
        if (bits.length == 0 || bits.length % BLOCK_BYTES != 0) {
            throw new IllegalArgumentException("a bloom filter of %d bytes".formatted(bits.length));
        }
        this.bits = bits;
    }

    public static BloomFilter forValues(int distinct) {
        long bytes = Math.max(1, (long) distinct * BITS_PER_VALUE / 8);
        return new BloomFilter(new byte[(int) ((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES)]);
    }

    public byte[] bits() {
        return bits;
    }

    /// Hash of a value's PLAIN bytes (without the length of a byte string).
    public static long hash(byte[] bytes, int offset, int length) {
        return HASH.hash(bytes, offset, length, 0);
    }

    public static long hash(long value, int bytes) {
        byte[] plain = new byte[Long.BYTES];
        LittleEndian.putLong(plain, 0, value);
        return HASH.hash(plain, 0, bytes, 0);
    }

    public void add(long hash) {
        int block = block(hash);
        for (int word = 0; word < SALT.length; word++) {
            int at = block + word * Integer.BYTES;
            LittleEndian.putInt(bits, at, LittleEndian.getInt(bits, at) | mask(hash, word));
        }
    }

    /// False: certainly absent.
    public boolean mayContain(long hash) {
        int block = block(hash);
        for (int word = 0; word < SALT.length; word++) {
            int mask = mask(hash, word);
            if ((LittleEndian.getInt(bits, block + word * Integer.BYTES) & mask) == 0) {
                return false;
            }
        }
        return true;
    }

    private int block(long hash) {
        long blocks = bits.length / BLOCK_BYTES;
        return (int) ((hash >>> 32) * blocks >>> 32) * BLOCK_BYTES;
    }

    private static int mask(long hash, int word) {
        return 1 << ((int) hash * SALT[word] >>> 27);
    }
}
