package io.pglitedb.columnstore.encoding;

import io.pglitedb.types.bytes.ByteWriter;

/// PLAIN: values as they are, little-endian; booleans as bits, lowest first.
public final class PlainCodec {
    private PlainCodec() {}

    public static void encode(int[] values, int from, int count, ByteWriter out) {
        byte[] bytes = new byte[count * Integer.BYTES];
        LittleEndian.buffer(bytes, 0, bytes.length).asIntBuffer().put(values, from, count);
        out.putBytes(bytes);
    }

    public static void encode(long[] values, int from, int count, ByteWriter out) {
        byte[] bytes = new byte[count * Long.BYTES];
        LittleEndian.buffer(bytes, 0, bytes.length).asLongBuffer().put(values, from, count);
        out.putBytes(bytes);
    }

    public static void encodeBits(byte[] values, int from, int count, ByteWriter out) {
        for (int start = 0; start < count; start += 8) {
            int bits = 0;
            for (int bit = 0; bit < 8 && start + bit < count; bit++) {
                bits |= (values[from + start + bit] & 1) << bit;
            }
            out.putByte(bits);
        }
    }

    public static void decode(byte[] in, int offset, int end, int[] out, int count) {
        require(end - offset == count * Integer.BYTES);
        LittleEndian.buffer(in, offset, count * Integer.BYTES).asIntBuffer().get(out, 0, count);
    }

    public static void decode(byte[] in, int offset, int end, long[] out, int count) {
        require(end - offset == count * Long.BYTES);
        LittleEndian.buffer(in, offset, count * Long.BYTES).asLongBuffer().get(out, 0, count);
    }

    /// 0 or 1 for each value.
    public static void decodeBits(byte[] in, int offset, int end, int[] out, int count) {
        require(end - offset == (count + 7) / 8);
        for (int index = 0; index < count; index++) {
            out[index] = in[offset + (index >> 3)] >> (index & 7) & 1;
        }
    }

    private static void require(boolean exact) {
        if (!exact) {
            throw new IllegalArgumentException("a page of another size than its values have");
        }
    }
}
