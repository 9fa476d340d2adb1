package io.pglitedb.columnstore.encoding;

import io.pglitedb.types.bytes.ByteWriter;
import java.util.Objects;

/// Byte strings. In memory: all bytes in one array, value n from `offsets[n]` to before `offsets[n + 1]`.
public final class BinaryCodec {
    private BinaryCodec() {}

    /// PLAIN: length int32, then the bytes, of each value.
    public static void encodePlain(byte[] bytes, int[] offsets, int from, int count, ByteWriter out) {
        byte[] length = new byte[Integer.BYTES];
        for (int index = from; index < from + count; index++) {
            LittleEndian.putInt(length, 0, offsets[index + 1] - offsets[index]);
            out.putBytes(length).putBytes(bytes, offsets[index], offsets[index + 1] - offsets[index]);
        }
    }

    /// DELTA_LENGTH_BYTE_ARRAY: all lengths, delta-packed, then all bytes.
    public static void encodeDeltaLength(byte[] bytes, int[] offsets, int from, int count, ByteWriter out) {
        long[] lengths = new long[count];
        for (int index = 0; index < count; index++) {
            lengths[index] = offsets[from + index + 1] - offsets[from + index];
        }
        DeltaBinaryPacked.encode(lengths, 0, count, out);
        out.putBytes(bytes, offsets[from], offsets[from + count] - offsets[from]);
    }

    /// Fills `offsets` from 0 to `count`.
    ///
    /// @return the bytes of all values
    public static byte[] decodePlain(byte[] in, int offset, int end, int[] offsets, int count) {
        long total = end - offset - (long) count * Integer.BYTES;
        byte[] bytes = new byte[(int) Math.max(0, total)];
        int position = offset;
        int size = 0;
        for (int index = 0; index < count; index++) {
            Objects.checkFromIndexSize(position, Integer.BYTES, end);
            int length = LittleEndian.getInt(in, position);
            position += Integer.BYTES;
            Objects.checkFromIndexSize(position, length, end);
            System.arraycopy(in, position, bytes, size, length);
            position += length;
            size += length;
            offsets[index + 1] = size;
        }
        requireEnd(position, end);
        return bytes;
    }

    public static byte[] decodeDeltaLength(byte[] in, int offset, int end, int[] offsets, int count) {
        long[] lengths = new long[count];
        int start = DeltaBinaryPacked.decode(in, offset, end, lengths, count);
        long size = 0;
        for (int index = 0; index < count; index++) {
            long length = lengths[index];
            if (length < 0 || length > end - start - size) {
                throw new IllegalArgumentException("a value of %d bytes behind the page's end".formatted(length));
            }
            size += length;
            offsets[index + 1] = (int) size;
        }
        requireEnd(start + (int) size, end);
        byte[] bytes = new byte[(int) size];
        System.arraycopy(in, start, bytes, 0, bytes.length);
        return bytes;
    }

    /// FIXED_LEN_BYTE_ARRAY, PLAIN.
    public static byte[] decodeFixed(byte[] in, int offset, int end, int length, int count) {
        requireEnd(Math.addExact(offset, Math.multiplyExact(length, count)), end);
        byte[] bytes = new byte[length * count];
        System.arraycopy(in, offset, bytes, 0, bytes.length);
        return bytes;
    }

    /// DELTA_BYTE_ARRAY (others' files): each value shares a prefix with the one before it.
    public static byte[] decodeDelta(byte[] in, int offset, int end, int[] offsets, int count) {
        long[] prefixes = new long[count];
        int start = DeltaBinaryPacked.decode(in, offset, end, prefixes, count);
        int[] suffixOffsets = new int[count + 1];
        byte[] suffixes = decodeDeltaLength(in, start, end, suffixOffsets, count);
        ByteWriter bytes = new ByteWriter(suffixes.length * 2 + 16);
        for (int index = 0; index < count; index++) {
            int before = index == 0 ? 0 : offsets[index] - offsets[index - 1];
            int prefix = Math.toIntExact(prefixes[index]);
            Objects.checkFromToIndex(0, prefix, before);
            bytes.ensure(prefix);
            bytes.putBytes(bytes.array(), index == 0 ? 0 : offsets[index - 1], prefix);
            bytes.putBytes(suffixes, suffixOffsets[index], suffixOffsets[index + 1] - suffixOffsets[index]);
            offsets[index + 1] = bytes.size();
        }
        return bytes.toByteArray();
    }

    private static void requireEnd(int position, int end) {
        if (position != end) {
            throw new IllegalArgumentException("a page of another size than its values have");
        }
    }
}
