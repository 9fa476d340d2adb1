package io.pglitedb.types.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growable heap buffer, written from its end; integers are big-endian. Reused by `clear()`. Not thread-safe.
public final class ByteWriter {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(64);
    }

    public ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /// Bytes written so far.
    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /// Empties, and gives memory beyond `keptBytes` back.
    public void clear(int keptBytes) {
        size = 0;
        if (bytes.length > keptBytes) {
            bytes = new byte[keptBytes];
        }
    }

    /// Drops what was written past `newSize`.
    public void truncate(int newSize) {
        assert newSize <= size;
        size = newSize;
    }

    /// The buffer itself, valid in `[0, size())` until the next write.
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// Makes room for `more` bytes behind the end.
    public void ensure(int more) {
        if (bytes.length - size < more) {
            int needed = Math.addExact(size, more);
            int doubled = (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 16);
            bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
        }
    }

    /// Leaves room for so many bytes, which the caller puts into `array()`.
    public void skip(int count) {
        ensure(count);
        size += count;
    }

    public ByteWriter putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteWriter putShort(int value) {
        ensure(2);
        SHORT.set(bytes, size, (short) value);
        size += 2;
        return this;
    }

    public ByteWriter putInt(int value) {
        ensure(4);
        INT.set(bytes, size, value);
        size += 4;
        return this;
    }

    public ByteWriter putLong(long value) {
        ensure(8);
        LONG.set(bytes, size, value);
        size += 8;
        return this;
    }

    public ByteWriter putFloat(float value) {
        return putInt(Float.floatToRawIntBits(value));
    }

    public ByteWriter putDouble(double value) {
        return putLong(Double.doubleToRawLongBits(value));
    }

    /// Unsigned LEB128: 1 byte below 128, 5 bytes at most.
    public ByteWriter putVarInt(int value) {
        ensure(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    public ByteWriter putBytes(byte[] source) {
        return putBytes(source, 0, source.length);
    }

    public ByteWriter putBytes(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
        return this;
    }

    public ByteWriter putUtf8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return putBytes(utf8, 0, utf8.length);
    }

    /// Characters below U+0080 only: no encoding step.
    @SuppressWarnings("deprecation")
    public ByteWriter putAscii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    /// Decimal digits of a signed integer.
    public ByteWriter putDecimal(long value) {
        if (value == Long.MIN_VALUE) {
            return putAscii("-9223372036854775808");
        }
        ensure(20);
        long rest = value;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int start = size;
        do {
            bytes[size++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int left = start, right = size - 1; left < right; left++, right--) {
            byte swap = bytes[left];
            bytes[left] = bytes[right];
            bytes[right] = swap;
        }
        return this;
    }

    /// Overwrites four bytes written earlier: a length that is known only afterwards.
    public void setInt(int position, int value) {
        assert position + 4 <= size;
        INT.set(bytes, position, value);
    }

    public void setShort(int position, int value) {
        assert position + 2 <= size;
        SHORT.set(bytes, position, (short) value);
    }

    public void setByte(int position, int value) {
        assert position < size;
        bytes[position] = (byte) value;
    }

    /// What was written, read as UTF-8.
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
