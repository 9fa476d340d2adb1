package io.pglitedb.types.value;

import java.util.Arrays;

/// The carrier of bit and bit varying: immutable.
///
/// @param length in bits
/// @param bytes first bit in the highest place; bits beyond the length are 0
public record BitString(int length, byte[] bytes) implements Comparable<BitString> {
    public static BitString ofZeros(int length) {
        return new BitString(length, new byte[(length + 7) >>> 3]);
    }

    /// @param index from 0
    public boolean bit(int index) {
        return (bytes[index >> 3] & 0x80 >> (index & 7)) != 0;
    }

    /// As many bits from another place on; beyond the end zeros.
    public BitString slice(int from, int newLength) {
        BitString part = ofZeros(newLength);
        int count = Math.min(newLength, length - from);
        if ((from & 7) == 0) {
            System.arraycopy(bytes, from >> 3, part.bytes, 0, Math.max(count + 7 >> 3, 0));
            part.clearTail(count);
            return part;
        }
        part.copyBits(this, from, 0, count);
        return part;
    }

    /// Sets bits of a value that nobody has seen yet.
    private void copyBits(BitString source, int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            if (source.bit(from + i)) {
                bytes[to + i >> 3] |= (byte) (0x80 >> (to + i & 7));
            }
        }
    }

    private void clearTail(int used) {
        if ((used & 7) != 0) {
            bytes[used >> 3] &= (byte) (0xff00 >> (used & 7));
        }
    }

    public BitString append(BitString other) {
        BitString joined = slice(0, length + other.length);
        if ((length & 7) == 0) {
            System.arraycopy(other.bytes, 0, joined.bytes, length >> 3, other.bytes.length);
        } else {
            joined.copyBits(other, 0, length, other.length);
        }
        return joined;
    }

    /// Bits that come in move in as zeros; the length stays.
    public BitString shiftLeft(int places) {
        return places >= length ? ofZeros(length) : slice(places, length);
    }

    public BitString shiftRight(int places) {
        BitString shifted = ofZeros(length);
        if (places < length) {
            shifted.copyBits(this, 0, places, length - places);
        }
        return shifted;
    }

    @Override
    public int compareTo(BitString other) {
        int common = Math.min(bytes.length, other.bytes.length);
        int order = Arrays.compareUnsigned(bytes, 0, common, other.bytes, 0, common);
        return order != 0 ? order : Integer.compare(length, other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitString that && length == that.length && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + length;
    }

    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(bit(i) ? '1' : '0');
        }
        return digits.toString();
    }
}
