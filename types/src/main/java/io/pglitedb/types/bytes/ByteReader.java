package io.pglitedb.types.bytes;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads big-endian values from a window of a byte array. Reading past the window's end raises 08P01: a message or a
/// stored value that is shorter than it says. Reused by `wrap`. Not thread-safe.
public final class ByteReader {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int position;
    private int limit;

    public ByteReader(byte[] bytes) {
        wrap(bytes, 0, bytes.length);
    }

    public ByteReader(byte[] bytes, int offset, int length) {
        wrap(bytes, offset, length);
    }

    public ByteReader wrap(byte[] source, int offset, int length) {
        this.bytes = source;
        this.position = offset;
        this.limit = offset + length;
        return this;
    }

    public byte[] array() {
        return bytes;
    }

    /// Index into `array()`.
    public int position() {
        return position;
    }

    public void position(int newPosition) {
        if (newPosition > limit) {
            throw tooShort();
        }
        position = newPosition;
    }

    public int limit() {
        return limit;
    }

    public int remaining() {
        return limit - position;
    }

    private int advance(int length) {
        int at = position;
        if (length < 0 || length > limit - at) {
            throw tooShort();
        }
        position = at + length;
        return at;
    }

    private static PgException tooShort() {
        return new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }

    public byte getByte() {
        return bytes[advance(1)];
    }

    public int getUnsignedByte() {
        return bytes[advance(1)] & 0xff;
    }

    public short getShort() {
        return (short) SHORT.get(bytes, advance(2));
    }

    public int getInt() {
        return (int) INT.get(bytes, advance(4));
    }

    public long getLong() {
        return (long) LONG.get(bytes, advance(8));
    }

    public float getFloat() {
        return Float.intBitsToFloat(getInt());
    }

    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /// See `ByteWriter.putVarInt`.
    public int getVarInt() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = getByte();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw tooShort();
    }

    public byte[] getBytes(int length) {
        int at = advance(length);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    public void skip(int length) {
        advance(length);
    }

    /// The next `length` bytes as UTF-8, not validated.
    public String getString(int length) {
        int at = advance(length);
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }
}
