package io.pglitedb.columnstore.encoding;

import io.pglitedb.types.bytes.ByteWriter;

/// DELTA_BINARY_PACKED: differences of neighbours, packed by blocks over their least difference.
/// ```
///   varint(128) varint(4) varint(count) zigzag(first)
///   block = zigzag(least delta) width × 4 packed(delta - least) × 4, 32 values each
/// ```
/// Arithmetic wraps around, so any long can follow any other.
public final class DeltaBinaryPacked {
    private static final int BLOCK = 128;
    private static final int MINI_BLOCKS = 4;
    private static final int MINI_BLOCK = BLOCK / MINI_BLOCKS;

    private DeltaBinaryPacked() {}

    public static void encode(long[] values, int from, int count, ByteWriter out) {
        out.putVarInt(BLOCK).putVarInt(MINI_BLOCKS).putVarInt(count);
        putZigZag(count == 0 ? 0 : values[from], out);
        long[] deltas = new long[BLOCK];
        for (int done = 1; done < count; done += BLOCK) {
            int length = Math.min(BLOCK, count - done);
            for (int index = 0; index < length; index++) {
                int at = from + done + index;
                deltas[index] = values[at] - values[at - 1];
            }
            putBlock(deltas, length, out);
        }
    }

    private static void putBlock(long[] deltas, int length, ByteWriter out) {
        long least = Long.MAX_VALUE;
        for (int index = 0; index < length; index++) {
            least = Math.min(least, deltas[index]);
        }
        putZigZag(least, out);
        int widths = out.size();
        out.putInt(0); // four widths of a byte each
        long[] mini = new long[MINI_BLOCK];
        for (int block = 0; block * MINI_BLOCK < length; block++) {
            int from = block * MINI_BLOCK;
            int used = Math.min(MINI_BLOCK, length - from);
            long bits = 0;
            for (int index = 0; index < MINI_BLOCK; index++) {
                mini[index] = index < used ? deltas[from + index] - least : 0;
                bits |= mini[index];
            }
            int width = BitPacking.width(bits);
            out.setByte(widths + block, width);
            BitPacking.pack(mini, MINI_BLOCK, width, out);
        }
    }

    private static void putZigZag(long value, ByteWriter out) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            out.putByte((int) rest | 0x80);
            rest >>>= 7;
        }
        out.putByte((int) rest);
    }

    /// Bytes that `encode` would write, to within a few.
    public static long estimate(long[] values, int from, int count) {
        long bits = 0;
        for (int start = from + 1; start < from + count; start += MINI_BLOCK) {
            int end = Math.min(start + MINI_BLOCK, from + count);
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (int at = start; at < end; at++) {
                long delta = values[at] - values[at - 1];
                least = Math.min(least, delta);
                most = Math.max(most, delta);
            }
            bits += (long) MINI_BLOCK * BitPacking.width(most - least) + 16;
        }
        return bits / 8 + 16;
    }

    /// Decodes the `count` values that the caller expects, into out[0, count).
    ///
    /// @return position behind the encoded values
    public static int decode(byte[] in, int offset, int end, long[] out, int count) {
        Header header = new Header(in, offset, end);
        int block = header.varInt();
        int miniBlocks = header.varInt();
        int stored = header.varInt();
        if (miniBlocks <= 0 || block <= 0 || block % miniBlocks != 0 || block / miniBlocks % 8 != 0) {
            throw new IllegalArgumentException("delta blocks of %d in %d parts".formatted(block, miniBlocks));
        }
        if (stored < count) {
            throw new IllegalArgumentException("%d of %d values".formatted(stored, count));
        }
        int miniBlock = block / miniBlocks;
        long[] deltas = new long[miniBlock];
        long last = header.zigZag();
        if (count > 0) {
            out[0] = last;
        }
        for (int done = 1; done < stored; ) {
            long least = header.zigZag();
            int widths = header.take(miniBlocks);
            for (int mini = 0; mini < miniBlocks && done < stored; mini++) {
                int width = in[widths + mini] & 0xff;
                if (width > Long.SIZE) {
                    throw new IllegalArgumentException("bit width " + width);
                }
                int packed = header.take(miniBlock / 8 * width);
                int used = Math.max(0, Math.min(miniBlock, count - done));
                if (width == 0) {
                    last = steps(last, least, out, done, used);
                } else {
                    BitPacking.unpack(in, packed, width, deltas, 0, used);
                    last = sums(last, least, deltas, out, done, used);
                }
                done += miniBlock;
            }
        }
        return header.position;
    }

    private static long steps(long last, long step, long[] out, int at, int count) {
        for (int index = 0; index < count; index++) {
            out[at + index] = last + step * (index + 1);
        }
        return last + step * count;
    }

    private static long sums(long last, long least, long[] deltas, long[] out, int at, int count) {
        long sum = last;
        for (int index = 0; index < count; index++) {
            sum += deltas[index] + least;
            out[at + index] = sum;
        }
        return sum;
    }

    private static final class Header {
        private final byte[] in;
        private final int end;
        private int position;

        Header(byte[] in, int offset, int end) {
            this.in = in;
            this.position = offset;
            this.end = end;
        }

        long varLong() {
            long value = 0;
            for (int shift = 0; shift < 70; shift += 7) {
                byte next = in[take(1)];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("a number longer than 64 bits");
        }

        int varInt() {
            long value = varLong();
            if (value != (int) value || value < 0) {
                throw new IllegalArgumentException("count " + value);
            }
            return (int) value;
        }

        long zigZag() {
            long value = varLong();
            return value >>> 1 ^ -(value & 1);
        }

        int take(int bytes) {
            if (bytes > end - position) {
                throw new IllegalArgumentException("the page ends inside a delta block");
            }
            int start = position;
            position += bytes;
            return start;
        }
    }
}
