package io.pglitedb.columnstore.foreign;

import io.pglitedb.columnstore.encoding.Compression;
import io.pglitedb.columnstore.encoding.SnappyDecoder;
import io.pglitedb.types.error.PgException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/// The compressions that files come with.
final class ForeignCompression {
    private ForeignCompression() {}

    static void decompress(CompressionCodec codec, byte[] in, int offset, int length, byte[] out, int outLength)
            throws IOException {
        switch (codec) {
            case UNCOMPRESSED -> Compression.NONE.decompress(in, offset, length, out, outLength);
            case ZSTD -> Compression.ZSTD.decompress(in, offset, length, out, outLength);
            case LZ4_RAW -> Compression.LZ4.decompress(in, offset, length, out, outLength);
            case SNAPPY -> SnappyDecoder.decompress(in, offset, length, out, outLength);
            case GZIP -> gunzip(in, offset, length, out, outLength);
            case LZO, BROTLI, LZ4 -> throw PgException.notSupported("Parquet compression " + codec);
        }
    }

    private static void gunzip(byte[] in, int offset, int length, byte[] out, int outLength) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(in, offset, length))) {
            if (plain.readNBytes(out, 0, outLength) != outLength || plain.read() >= 0) {
                throw new IllegalArgumentException("a page of another size than its header says");
            }
        }
    }
}
