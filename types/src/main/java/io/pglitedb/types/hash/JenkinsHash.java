package io.pglitedb.types.hash;

/// PostgreSQL's `hash_any` on a little-endian machine: what hash partitioning and `hashtext` show to users.
/// Source: Bob Jenkins, lookup3.c (public domain), with PostgreSQL's start values.
public final class JenkinsHash {
    private static final int START = 0x9e3779b9 + 3923095;

    private int a;
    private int b;
    private int c;

    private JenkinsHash(int length) {
        a = START + length;
        b = a;
        c = a;
    }

    public static int hash(byte[] bytes) {
        return hash(bytes, 0, bytes.length);
    }

    public static int hash(byte[] bytes, int offset, int length) {
        JenkinsHash state = new JenkinsHash(length);
        state.add(bytes, offset, length);
        return state.c;
    }

    public static long hash(byte[] bytes, int offset, int length, long seed) {
        JenkinsHash state = new JenkinsHash(length);
        state.seed(seed);
        state.add(bytes, offset, length);
        return state.wide();
    }

    public static int hash(int value) {
        JenkinsHash state = new JenkinsHash(4);
        state.a += value;
        state.last();
        return state.c;
    }

    public static long hash(int value, long seed) {
        JenkinsHash state = new JenkinsHash(4);
        state.seed(seed);
        state.a += value;
        state.last();
        return state.wide();
    }

    /// Eight bytes, least significant first.
    public static byte[] littleEndian(long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    /// Each half of 64 bits by one place to the left, as PostgreSQL joins extended hashes.
    public static long rotateHalves(long value) {
        return value << 1 & 0xffff_fffe_ffff_fffeL | value >>> 31 & 0x1_0000_0001L;
    }

    private long wide() {
        return (long) b << 32 | Integer.toUnsignedLong(c);
    }

    private void seed(long seed) {
        if (seed != 0) {
            a += (int) (seed >>> 32);
            b += (int) seed;
            mix();
        }
    }

    private void add(byte[] bytes, int offset, int length) {
        int at = offset;
        int rest = length;
        for (; rest >= 12; at += 12, rest -= 12) {
            a += word(bytes, at, 4);
            b += word(bytes, at + 4, 4);
            c += word(bytes, at + 8, 4);
            mix();
        }
        a += word(bytes, at, Math.min(rest, 4));
        b += word(bytes, at + 4, Math.min(rest - 4, 4));
        c += word(bytes, at + 8, rest - 8) << 8; // the lowest byte of c is the length's
        last();
    }

    private static int word(byte[] bytes, int at, int length) {
        int word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[at + i] & 0xff) << 8 * i;
        }
        return word;
    }

    private void mix() {
        a = (a - c) ^ Integer.rotateLeft(c, 4);
        c += b;
        b = (b - a) ^ Integer.rotateLeft(a, 6);
        a += c;
        c = (c - b) ^ Integer.rotateLeft(b, 8);
        b += a;
        a = (a - c) ^ Integer.rotateLeft(c, 16);
        c += b;
        b = (b - a) ^ Integer.rotateLeft(a, 19);
        a += c;
        c = (c - b) ^ Integer.rotateLeft(b, 4);
        b += a;
    }

    private void last() {
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        c = (c ^ b) - Integer.rotateLeft(b, 24);
    }
}
