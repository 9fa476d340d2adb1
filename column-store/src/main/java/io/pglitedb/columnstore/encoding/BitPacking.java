package io.pglitedb.columnstore.encoding;

import io.pglitedb.types.bytes.ByteWriter;

/// Unsigned integers of `width` bits, one behind the other, lowest bit first.
public final class BitPacking {
    /// Bytes that unpacking may read behind the last packed one.
    public static final int SLACK = 16;

    private BitPacking() {}

    static int width(long unsignedMax) {
        return Long.SIZE - Long.numberOfLeadingZeros(unsignedMax);
    }

    /// Whole bytes: `count * width` is a multiple of 8, as in Parquet's groups of 8.
    static void pack(int[] values, int from, int count, int width, ByteWriter out) {
        long pending = 0;
        int bits = 0;
        for (int index = from; index < from + count; index++) {
            pending |= (values[index] & 0xffffffffL) << bits;
            bits += width;
            while (bits >= 8) {
                out.putByte((int) pending);
                pending >>>= 8;
                bits -= 8;
            }
        }
        assert bits == 0;
    }

    static void pack(long[] values, int count, int width, ByteWriter out) {
        long pending = 0;
        int bits = 0;
        for (int index = 0; index < count; index++) {
            int done = 0;
            while (done < width) {
                int taken = Math.min(8 - bits, width - done);
                pending |= (values[index] >>> done & (1L << taken) - 1) << bits;
                bits += taken;
                done += taken;
                if (bits == 8) {
                    out.putByte((int) pending);
                    pending = 0;
                    bits = 0;
                }
            }
        }
        assert bits == 0;
    }

    /// Width up to 32. One unaligned load, shift and mask a value.
    static void unpack(byte[] in, int offset, int width, int[] out, int at, int count) {
        long mask = (1L << width) - 1;
        long bit = 0;
        for (int index = at; index < at + count; index++, bit += width) {
            out[index] = (int) (LittleEndian.getLong(in, offset + (int) (bit >>> 3)) >>> (bit & 7) & mask);
        }
    }

    static void unpack(byte[] in, int offset, int width, long[] out, int at, int count) {
        if (width > 57) {
            unpackWide(in, offset, width, out, at, count);
            return;
        }
        long mask = (1L << width) - 1;
        long bit = 0;
        for (int index = at; index < at + count; index++, bit += width) {
            out[index] = LittleEndian.getLong(in, offset + (int) (bit >>> 3)) >>> (bit & 7) & mask;
        }
    }

    /// A value may reach into a ninth byte.
    private static void unpackWide(byte[] in, int offset, int width, long[] out, int at, int count) {
        long mask = -1L >>> (Long.SIZE - width);
        long bit = 0;
        for (int index = at; index < at + count; index++, bit += width) {
            int position = offset + (int) (bit >>> 3);
            int shift = (int) (bit & 7);
            long low = LittleEndian.getLong(in, position) >>> shift;
            long high = shift == 0 ? 0 : (in[position + 8] & 0xffL) << (Long.SIZE - shift);
            out[index] = (low | high) & mask;
        }
    }
}
