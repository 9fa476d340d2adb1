package io.pglitedb.columnstore.encoding;

import io.pglitedb.types.bytes.ByteWriter;
import java.util.Arrays;

/// Parquet's hybrid of runs and bit-packed groups: dictionary codes, definition levels, booleans.
/// ```
///   run     = varint(length << 1)      value, (width + 7) / 8 bytes
///           | varint(groups << 1 | 1)  groups × 8 values of width bits
/// ```
public final class RleCodec {
    private static final int GROUP = 8;

    private RleCodec() {}

    public static int width(int maxValue) {
        return BitPacking.width(maxValue);
    }

    /// Runs of 8 and more equal values become runs, what lies between them packed groups.
    public static void encode(int[] values, int from, int count, int width, ByteWriter out) {
        int end = from + count;
        int packedFrom = from;
        int at = from;
        while (at < end) {
            int runEnd = runEnd(values, at, end);
            // Packed values come in eights: a run gives away its first values to complete the group before it.
            int lent = (GROUP - (at - packedFrom) % GROUP) % GROUP;
            if (runEnd - at - lent >= GROUP) {
                putPacked(values, packedFrom, at + lent, width, out);
                putRun(values[at], runEnd - at - lent, width, out);
                packedFrom = runEnd;
            }
            at = runEnd;
        }
        putPacked(values, packedFrom, end, width, out);
    }

    private static int runEnd(int[] values, int from, int end) {
        int at = from + 1;
        while (at < end && values[at] == values[from]) {
            at++;
        }
        return at;
    }

    private static void putRun(int value, int length, int width, ByteWriter out) {
        out.putVarInt(length << 1);
        for (int shift = 0; shift < width; shift += 8) {
            out.putByte(value >> shift);
        }
    }

    /// The last group of a page is filled up with zeros.
    private static void putPacked(int[] values, int from, int end, int width, ByteWriter out) {
        int count = end - from;
        if (count == 0) {
            return;
        }
        int groups = (count + GROUP - 1) / GROUP;
        out.putVarInt(groups << 1 | 1);
        int whole = count / GROUP * GROUP;
        BitPacking.pack(values, from, whole, width, out);
        if (whole < count) {
            BitPacking.pack(Arrays.copyOf(Arrays.copyOfRange(values, from + whole, end), GROUP), 0, GROUP, width, out);
        }
    }

    /// Decodes `count` values.
    public static void decode(byte[] in, int offset, int end, int width, int[] out, int count) {
        if (width > Integer.SIZE) {
            throw new IllegalArgumentException("bit width " + width);
        }
        Cursor cursor = new Cursor(in, offset, end);
        int at = 0;
        while (at < count) {
            int head = cursor.varInt();
            if ((head & 1) == 0) {
                int length = Math.min(head >>> 1, count - at);
                int value = cursor.value(width);
                if (length == 0) {
                    throw new IllegalArgumentException("a run of no values");
                }
                Arrays.fill(out, at, at + length, value);
                at += length;
            } else {
                int groups = head >>> 1;
                int length = (int) Math.min((long) groups * GROUP, count - at);
                int start = cursor.skip((long) groups * width, length * (long) width);
                BitPacking.unpack(in, start, width, out, at, length);
                at += length;
            }
        }
    }

    /// Reads the heads of runs; refuses to pass `end`.
    private static final class Cursor {
        private final byte[] in;
        private final int end;
        private int position;

        Cursor(byte[] in, int offset, int end) {
            this.in = in;
            this.position = offset;
            this.end = end;
        }

        int varInt() {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                require(1);
                byte next = in[position++];
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("a number longer than 32 bits");
        }

        int value(int width) {
            int bytes = (width + 7) / 8;
            require(bytes);
            int value = 0;
            for (int index = 0; index < bytes; index++) {
                value |= (in[position + index] & 0xff) << 8 * index;
            }
            position += bytes;
            return value;
        }

        /// Steps over packed groups; some writers cut the last group short, so only the used bits must be there.
        int skip(long bytes, long usedBits) {
            require((usedBits + 7) / 8);
            int start = position;
            position = (int) Math.min(end, position + bytes);
            return start;
        }

        private void require(long bytes) {
            if (bytes > end - position) {
                throw new IllegalArgumentException("the page ends inside a run");
            }
        }
    }
}
