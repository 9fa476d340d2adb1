package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.types.bytes.ByteWriter;
import org.apache.parquet.format.Encoding;

/// Codes into a dictionary page: one byte of width, then runs and packed groups.
///
/// @param codes one per value
/// @param size entries
record DictionaryEncoding(int[] codes, byte[] dictionary, int size) implements ValueEncoding {
    @Override
    public Encoding encoding() {
        return Encoding.RLE_DICTIONARY;
    }

    @Override
    public void encode(int from, int to, ByteWriter out) {
        int width = RleCodec.width(size - 1);
        out.putByte(width);
        RleCodec.encode(codes, from, to - from, width, out);
    }

    @Override
    public int dictionarySize() {
        return size;
    }
}
