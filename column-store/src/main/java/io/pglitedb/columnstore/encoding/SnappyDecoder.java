package io.pglitedb.columnstore.encoding;

/// Snappy's raw format, which many Parquet files are compressed by: reading only.
/// ```
///   varint(length)  then  tag = length-1, 00 (literal)  |  length, offset, 01 · 10 · 11 (copy of what came before)
/// ```
/// Source: snappy's format_description.txt.
public final class SnappyDecoder {
    private final byte[] in;
    private final int end;
    private final byte[] out;
    private int position;
    private int size;

    private SnappyDecoder(byte[] in, int offset, int length, byte[] out) {
        this.in = in;
        this.position = offset;
        this.end = offset + length;
        this.out = out;
    }

    /// Fills out[0, outLength); IllegalArgumentException or IndexOutOfBoundsException when the input is not that.
    public static void decompress(byte[] in, int offset, int length, byte[] out, int outLength) {
        SnappyDecoder decoder = new SnappyDecoder(in, offset, length, out);
        if (decoder.length() != outLength) {
            throw new IllegalArgumentException("a page of another size than its header says");
        }
        while (decoder.position < decoder.end) {
            decoder.element();
        }
        if (decoder.size != outLength) {
            throw new IllegalArgumentException("a page that ends early");
        }
    }

    private int length() {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in[position++];
            length |= (next & 0x7f) << shift;
            if (next >= 0) {
                return length;
            }
        }
    }

    private void element() {
        int tag = in[position++] & 0xff;
        int upper = tag >> 2;
        switch (tag & 3) {
            case 0 -> literal(upper < 60 ? upper + 1 : number(upper - 59) + 1);
            case 1 -> copy(4 + (upper & 7), tag >> 5 << 8 | number(1));
            case 2 -> copy(upper + 1, number(2));
            default -> copy(upper + 1, number(4));
        }
    }

    private int number(int bytes) {
        int value = 0;
        for (int index = 0; index < bytes; index++) {
            value |= (in[position++] & 0xff) << 8 * index;
        }
        return value;
    }

    private void literal(int length) {
        System.arraycopy(in, position, out, size, length);
        position += length;
        size += length;
    }

    /// Source and target may overlap: then the bytes repeat.
    private void copy(int length, int distance) {
        if (distance <= 0 || distance > size) {
            throw new IllegalArgumentException("a copy from before the page");
        }
        if (distance >= length) {
            System.arraycopy(out, size - distance, out, size, length);
        } else {
            for (int index = 0; index < length; index++) {
                out[size + index] = out[size + index - distance];
            }
        }
        size += length;
    }
}
