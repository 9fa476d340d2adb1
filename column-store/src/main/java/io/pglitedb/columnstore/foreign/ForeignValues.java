package io.pglitedb.columnstore.foreign;

import io.pglitedb.columnstore.encoding.BinaryCodec;
import io.pglitedb.columnstore.encoding.DeltaBinaryPacked;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.encoding.PlainCodec;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.types.error.PgException;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Type;

/// Bodies of pages → physical values as objects: Boolean, Integer, Long, Float, Double, byte[].
///
/// @param length of a FIXED_LEN_BYTE_ARRAY
record ForeignValues(Type type, int length) {
    private static final int INT96_BYTES = 12;

    Object[] decode(Encoding encoding, byte[] body, int from, int to, int count) {
        if (encoding == Encoding.BYTE_STREAM_SPLIT) {
            byte[] joined = joined(body, from, to, count);
            return decode(Encoding.PLAIN, joined, 0, joined.length, count);
        }
        return switch (type) {
            case BOOLEAN -> booleans(encoding, body, from, to, count);
            case INT32 -> ints(encoding, body, from, to, count);
            case INT64 -> longs(encoding, body, from, to, count);
            case FLOAT -> {
                Object[] bits = ints(encoding, body, from, to, count);
                Arrays.setAll(bits, index -> Float.intBitsToFloat((Integer) bits[index]));
                yield bits;
            }
            case DOUBLE -> {
                Object[] bits = longs(encoding, body, from, to, count);
                Arrays.setAll(bits, index -> Double.longBitsToDouble((Long) bits[index]));
                yield bits;
            }
            case INT96 -> fixed(encoding, body, from, to, INT96_BYTES, count);
            case FIXED_LEN_BYTE_ARRAY -> fixed(encoding, body, from, to, length, count);
            case BYTE_ARRAY -> strings(encoding, body, from, to, count);
        };
    }

    /// First all first bytes, then all second ones, and so on → the values one behind the other.
    private static byte[] joined(byte[] body, int from, int to, int count) {
        int width = (to - from) / count;
        byte[] joined = new byte[width * count];
        for (int index = 0; index < count; index++) {
            for (int part = 0; part < width; part++) {
                joined[index * width + part] = body[from + part * count + index];
            }
        }
        return joined;
    }

    private PgException unsupported(Encoding encoding) {
        return PgException.notSupported("Parquet encoding %s of %s".formatted(encoding, type));
    }

    private Object[] booleans(Encoding encoding, byte[] body, int from, int to, int count) {
        int[] bits = new int[count];
        switch (encoding) {
            case PLAIN -> PlainCodec.decodeBits(body, from, to, bits, count);
            case RLE -> {
                int end = Math.addExact(from + Integer.BYTES, LittleEndian.getInt(body, from));
                RleCodec.decode(body, from + Integer.BYTES, end, 1, bits, count);
            }
            default -> throw unsupported(encoding);
        }
        Object[] values = new Object[count];
        Arrays.setAll(values, index -> bits[index] != 0);
        return values;
    }

    private Object[] ints(Encoding encoding, byte[] body, int from, int to, int count) {
        Object[] values = new Object[count];
        switch (encoding) {
            case PLAIN -> {
                int[] ints = new int[count];
                PlainCodec.decode(body, from, to, ints, count);
                Arrays.setAll(values, index -> ints[index]);
            }
            case DELTA_BINARY_PACKED -> {
                long[] longs = new long[count];
                DeltaBinaryPacked.decode(body, from, to, longs, count);
                Arrays.setAll(values, index -> (int) longs[index]);
            }
            default -> throw unsupported(encoding);
        }
        return values;
    }

    private Object[] longs(Encoding encoding, byte[] body, int from, int to, int count) {
        long[] longs = new long[count];
        switch (encoding) {
            case PLAIN -> PlainCodec.decode(body, from, to, longs, count);
            case DELTA_BINARY_PACKED -> DeltaBinaryPacked.decode(body, from, to, longs, count);
            default -> throw unsupported(encoding);
        }
        Object[] values = new Object[count];
        Arrays.setAll(values, index -> longs[index]);
        return values;
    }

    private Object[] fixed(Encoding encoding, byte[] body, int from, int to, int size, int count) {
        if (encoding == Encoding.DELTA_BYTE_ARRAY) {
            return strings(encoding, body, from, to, count);
        }
        if (encoding != Encoding.PLAIN) {
            throw unsupported(encoding);
        }
        byte[] bytes = BinaryCodec.decodeFixed(body, from, to, size, count);
        Object[] values = new Object[count];
        Arrays.setAll(values, index -> Arrays.copyOfRange(bytes, index * size, (index + 1) * size));
        return values;
    }

    private Object[] strings(Encoding encoding, byte[] body, int from, int to, int count) {
        int[] starts = new int[count + 1];
        byte[] bytes = switch (encoding) {
            case PLAIN -> BinaryCodec.decodePlain(body, from, to, starts, count);
            case DELTA_LENGTH_BYTE_ARRAY -> BinaryCodec.decodeDeltaLength(body, from, to, starts, count);
            case DELTA_BYTE_ARRAY -> BinaryCodec.decodeDelta(body, from, to, starts, count);
            default -> throw unsupported(encoding);
        };
        Object[] values = new Object[count];
        Arrays.setAll(values, index -> Arrays.copyOfRange(bytes, starts[index], starts[index + 1]));
        return values;
    }
}
