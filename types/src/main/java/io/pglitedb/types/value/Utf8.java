package io.pglitedb.types.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An immutable slice of UTF-8 bytes: the carrier of every character type. Order is that of the bytes, which is the
/// order of the code points (collation "C").
public final class Utf8 implements Comparable<Utf8> {
    public static final Utf8 EMPTY = new Utf8(new byte[0]);

    private final byte[] bytes;
    private final int offset;
    private final int length;
    private int hash;

    /// Keeps the array: the caller no longer changes it.
    public Utf8(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /// Keeps the array: the caller no longer changes it.
    public Utf8(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    public static Utf8 of(String text) {
        return text.isEmpty() ? EMPTY : new Utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes, not characters.
    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /// The array behind the slice, from `offset()` on; not to be changed.
    public byte[] array() {
        return bytes;
    }

    public int offset() {
        return offset;
    }

    public byte byteAt(int index) {
        return bytes[offset + index];
    }

    /// Number of code points.
    public int characterCount() {
        int count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += (bytes[i] & 0xc0) != 0x80 ? 1 : 0;
        }
        return count;
    }

    /// Byte index of the code point with that number (from 0), `length()` when there are fewer.
    public int byteIndex(int character) {
        int seen = 0;
        for (int i = 0; i < length; i++) {
            if ((byteAt(i) & 0xc0) != 0x80 && seen++ == character) {
                return i;
            }
        }
        return length;
    }

    /// The code point that starts at a byte index.
    public int codePointAt(int index) {
        int first = byteAt(index) & 0xff;
        if (first < 0x80) {
            return first;
        }
        if (first < 0xe0) {
            return (first & 0x1f) << 6 | byteAt(index + 1) & 0x3f;
        }
        if (first < 0xf0) {
            return (first & 0x0f) << 12 | (byteAt(index + 1) & 0x3f) << 6 | byteAt(index + 2) & 0x3f;
        }
        return (first & 0x07) << 18
                | (byteAt(index + 1) & 0x3f) << 12
                | (byteAt(index + 2) & 0x3f) << 6
                | byteAt(index + 3) & 0x3f;
    }

    /// Shares the bytes; indices count bytes.
    public Utf8 slice(int from, int to) {
        return new Utf8(bytes, offset + from, to - from);
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public int compareTo(Utf8 other) {
        return Arrays.compareUnsigned(
                bytes, offset, offset + length, other.bytes, other.offset, other.offset + other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Utf8 that
                && length == that.length
                && Arrays.equals(bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            for (int i = offset; i < offset + length; i++) {
                h = 31 * h + bytes[i];
            }
            hash = h;
        }
        return h;
    }

    @Override
    public String toString() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}
