package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.encoding.Compression;
import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.types.bytes.ByteWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/// Puts pages (data pages of version 1) into the file: header with the CRC of what follows, compressed body.
final class PageWriter {
    private final Compression compression;
    private final CountedOutput out;
    private long uncompressedBytes;

    PageWriter(Compression compression, CountedOutput out) {
        this.compression = compression;
        this.out = out;
    }

    /// What the pages so far would take without compression, headers included.
    long uncompressedBytes() {
        return uncompressedBytes;
    }

    void dictionary(byte[] plain, int entries) {
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, plain.length, 0);
        header.setDictionary_page_header(new DictionaryPageHeader(entries, Encoding.PLAIN));
        put(header, plain, plain.length);
    }

    /// @param body definition levels, then the values
    void data(ByteWriter body, int rows, Encoding encoding) {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, body.size(), 0);
        header.setData_page_header(new DataPageHeader(rows, encoding, Encoding.RLE, Encoding.RLE));
        put(header, body.array(), body.size());
    }

    private void put(PageHeader header, byte[] body, int length) {
        byte[] compressed = compression.compress(body, length);
        CRC32 crc = new CRC32();
        crc.update(compressed);
        header.setCompressed_page_size(compressed.length);
        header.setCrc((int) crc.getValue());
        long start = out.position();
        try {
            Util.writePageHeader(header, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        uncompressedBytes += out.position() - start + length;
        out.write(compressed);
    }
}
