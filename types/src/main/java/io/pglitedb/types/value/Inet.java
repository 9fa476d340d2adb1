package io.pglitedb.types.value;

/// The carrier of inet and cidr: an IPv4 or IPv6 address and the length of its network prefix. The address stands
/// left-aligned in 128 bits, so that prefixes of both families are high bits.
///
/// @param v6 IPv6
/// @param high first 64 bits of the address; IPv4 uses the upper half
/// @param low last 64 bits, 0 for IPv4
/// @param bits length of the prefix, 0 … `width()`
public record Inet(boolean v6, long high, long low, int bits) implements Comparable<Inet> {
    public static Inet v4(int address, int bits) {
        return new Inet(false, (long) address << 32, 0, bits);
    }

    /// @param address 4 or 16 bytes
    public static Inet of(byte[] address, int bits) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | (i < address.length ? address[i] & 0xff : 0);
            low = low << 8 | (i + 8 < address.length ? address[i + 8] & 0xff : 0);
        }
        return new Inet(address.length == 16, high, low, bits);
    }

    /// Bits of an address of this family.
    public int width() {
        return v6 ? 128 : 32;
    }

    /// Byte of the address, from 0.
    public int byteAt(int index) {
        return (int) ((index < 8 ? high : low) >>> 8 * (7 - (index & 7))) & 0xff;
    }

    public Inet withBits(int newBits) {
        return new Inet(v6, high, low, newBits);
    }

    public Inet withAddress(long newHigh, long newLow) {
        return new Inet(v6, newHigh, newLow, bits);
    }

    /// The address with only the first `count` bits kept.
    public Inet masked(int count) {
        return withAddress(high & highMask(count), low & lowMask(count));
    }

    /// The mask of the first `count` bits of 128, upper half.
    public static long highMask(int count) {
        return count == 0 ? 0 : count >= 64 ? -1 : -1L << 64 - count;
    }

    /// The mask of the first `count` bits of 128, lower half.
    public static long lowMask(int count) {
        return highMask(Math.max(count - 64, 0));
    }

    /// Same family; order of the first `count` bits.
    public int comparePrefix(Inet other, int count) {
        int order = Long.compareUnsigned(high & highMask(count), other.high & highMask(count));
        return order != 0 ? order : Long.compareUnsigned(low & lowMask(count), other.low & lowMask(count));
    }

    /// PostgreSQL's order: IPv4 first, then the network, the longer prefix last, then the whole address.
    @Override
    public int compareTo(Inet other) {
        if (v6 != other.v6) {
            return v6 ? 1 : -1;
        }
        int order = comparePrefix(other, Math.min(bits, other.bits));
        if (order == 0) {
            order = Integer.compare(bits, other.bits);
        }
        return order != 0 ? order : comparePrefix(other, 128);
    }
}
