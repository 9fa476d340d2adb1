package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.encoding.Compression;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.types.vector.Nulls;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/// Gets one page's body out of the file: checks its CRC, decompresses it. The CRC does not cover the page's
/// header, so what the header says must agree with what the footer and the body say.
final class PageReader {
    private static final int DICTIONARY_HEADER_MAX = 1 << 12;

    private final RangeFile file;

    PageReader(RangeFile file) {
        this.file = file;
    }

    /// @param body values from `offset` to before `end`, with `PageDecoder.SLACK` bytes behind
    /// @param nulls bitmap, null for none
    /// @param present rows that are not NULL
    record DataPage(byte[] body, int offset, int end, Encoding encoding, long[] nulls, int present) {}

    /// @param body PLAIN entries
    record DictionaryPage(byte[] body, int end, int size) {}

    /// @param length of the whole page with its header, as the offset index says
    DataPage data(ChunkLayout chunk, long offset, int length, int rows) {
        byte[] bytes = file.read(offset, length, 0);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        PageHeader header = Footer.structure(file, in, Util::readPageHeader);
        if (header.getType() != PageType.DATA_PAGE
                || header.getData_page_header().getNum_values() != rows
                || !chunk.encodings().contains(header.getData_page_header().getEncoding())) {
            throw FileErrors.damaged(file.path(), "no page of %d rows at byte %d".formatted(rows, offset));
        }
        byte[] body = body(header, chunk.codec(), bytes, length - in.available(), offset);
        int end = header.getUncompressed_page_size();
        try {
            return dataPage(chunk, header, body, end, rows);
        } catch (IndexOutOfBoundsException | IllegalArgumentException damage) {
            throw FileErrors.damaged(file.path(), damage);
        }
    }

    private static DataPage dataPage(ChunkLayout chunk, PageHeader header, byte[] body, int end, int rows) {
        Encoding encoding = header.getData_page_header().getEncoding();
        if (chunk.required()) {
            return new DataPage(body, 0, end, encoding, null, rows);
        }
        int levelBytes = LittleEndian.getInt(body, 0);
        int start = Integer.BYTES + levelBytes;
        if (levelBytes < 0 || start > end) {
            throw new IllegalArgumentException("levels of %d bytes".formatted(levelBytes));
        }
        int[] levels = new int[rows];
        RleCodec.decode(body, Integer.BYTES, start, 1, levels, rows);
        int present = 0;
        for (int row = 0; row < rows; row++) {
            present += levels[row];
        }
        return new DataPage(body, start, end, encoding, present == rows ? null : nulls(levels), present);
    }

    private static long[] nulls(int[] levels) {
        long[] nulls = new long[Nulls.words(levels.length)];
        for (int row = 0; row < levels.length; row++) {
            nulls[row >> 6] |= (long) (1 - levels[row]) << row;
        }
        return nulls;
    }

    DictionaryPage dictionary(ChunkLayout chunk) {
        long offset = chunk.dictionaryOffset();
        int available = (int) Math.min(DICTIONARY_HEADER_MAX, file.length() - offset);
        ByteArrayInputStream in = new ByteArrayInputStream(file.read(offset, available, 0));
        PageHeader header = Footer.structure(file, in, Util::readPageHeader);
        if (header.getType() != PageType.DICTIONARY_PAGE) {
            throw FileErrors.damaged(file.path(), "no dictionary at byte %d".formatted(offset));
        }
        int headerLength = available - in.available();
        byte[] bytes = file.read(offset + headerLength, header.getCompressed_page_size(), 0);
        byte[] body = body(header, chunk.codec(), bytes, 0, offset);
        return new DictionaryPage(
                body,
                header.getUncompressed_page_size(),
                header.getDictionary_page_header().getNum_values());
    }

    /// @param bytes from `start` on the compressed body
    private byte[] body(PageHeader header, CompressionCodec codec, byte[] bytes, int start, long offset) {
        int compressed = header.getCompressed_page_size();
        int length = header.getUncompressed_page_size();
        if (compressed < 0 || length < 0 || compressed > bytes.length - start) {
            throw FileErrors.damaged(file.path(), "a page of %d bytes at byte %d".formatted(compressed, offset));
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, start, compressed);
        if (!header.isSetCrc() || header.getCrc() != (int) crc.getValue()) {
            throw FileErrors.damaged(file.path(), "wrong checksum of the page at byte %d".formatted(offset));
        }
        if (codec == CompressionCodec.UNCOMPRESSED) {
            if (compressed != length) {
                throw FileErrors.damaged(file.path(), "a page of two lengths at byte %d".formatted(offset));
            }
            return Arrays.copyOfRange(bytes, start, start + length + PageDecoder.SLACK);
        }
        byte[] body = new byte[length + PageDecoder.SLACK];
        try {
            compression(codec).decompress(bytes, start, compressed, body, length);
        } catch (IllegalArgumentException damage) {
            throw FileErrors.damaged(file.path(), damage);
        }
        return body;
    }

    private Compression compression(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED -> Compression.NONE;
            case ZSTD -> Compression.ZSTD;
            case LZ4_RAW -> Compression.LZ4;
            case SNAPPY, GZIP, LZO, BROTLI, LZ4 ->
                throw FileErrors.damaged(file.path(), "pages compressed by " + codec);
        };
    }
}
