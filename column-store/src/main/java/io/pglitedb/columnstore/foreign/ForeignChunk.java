package io.pglitedb.columnstore.foreign;

import io.pglitedb.columnstore.encoding.BitPacking;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.types.error.PgException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/// The values of one row group's column, page after page.
final class ForeignChunk {
    private final RangeFile file;
    private final ColumnMetaData meta;
    private final ForeignFile.Leaf leaf;
    private final byte[] bytes;
    private final ForeignValues values;
    private int position;
    private Object[] dictionary;
    /// Carriers of the current page's rows.
    private Object[] page = {};
    private int row;

    ForeignChunk(RangeFile file, ColumnMetaData meta, ForeignFile.Leaf leaf) {
        this.file = file;
        this.meta = meta;
        this.leaf = leaf;
        this.values = new ForeignValues(leaf.element().getType(), leaf.element().getType_length());
        long start = meta.isSetDictionary_page_offset() && meta.getDictionary_page_offset() > 0
                ? Math.min(meta.getDictionary_page_offset(), meta.getData_page_offset())
                : meta.getData_page_offset();
        this.bytes = file.read(start, Math.toIntExact(meta.getTotal_compressed_size()), 0);
    }

    Object next() {
        while (row == page.length) {
            if (position >= bytes.length) {
                throw FileErrors.damaged(
                        file.path(),
                        "column \"%s\" has too few rows"
                                .formatted(leaf.element().getName()));
            }
            nextPage();
        }
        return page[row++];
    }

    private void nextPage() {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, position, bytes.length - position);
        try {
            PageHeader header = Util.readPageHeader(in);
            int start = bytes.length - in.available();
            int compressed = header.getCompressed_page_size();
            if (compressed < 0 || compressed > in.available()) {
                throw new IllegalArgumentException("a page of %d bytes".formatted(compressed));
            }
            check(header, start, compressed);
            position = start + compressed;
            switch (header.getType()) {
                case DICTIONARY_PAGE -> readDictionary(header, start);
                case DATA_PAGE -> readPage(header, header.getData_page_header(), start);
                case DATA_PAGE_V2 -> readPage(header, header.getData_page_header_v2(), start);
                case INDEX_PAGE -> {} // Never written by anybody; nothing of it is needed.
            }
        } catch (PgException error) {
            throw error;
        } catch (IOException | RuntimeException damage) {
            throw FileErrors.damaged(file.path(), damage);
        }
    }

    private void check(PageHeader header, int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, length);
        if (header.isSetCrc() && header.getCrc() != (int) crc.getValue()) {
            throw FileErrors.damaged(file.path(), "wrong checksum of a page");
        }
    }

    private byte[] decompressed(int start, int length, int size, boolean plain) throws IOException {
        byte[] body = new byte[Math.addExact(size, BitPacking.SLACK)];
        if (plain) {
            System.arraycopy(bytes, start, body, 0, size);
        } else {
            ForeignCompression.decompress(meta.getCodec(), bytes, start, length, body, size);
        }
        return body;
    }

    private void readDictionary(PageHeader header, int start) throws IOException {
        int size = header.getUncompressed_page_size();
        byte[] body = decompressed(start, header.getCompressed_page_size(), size, false);
        int count = header.getDictionary_page_header().getNum_values();
        dictionary = carriers(values.decode(Encoding.PLAIN, body, 0, size, count));
    }

    private Object[] carriers(Object[] physical) {
        for (int index = 0; index < physical.length; index++) {
            physical[index] = leaf.type().carrier().apply(physical[index]);
        }
        return physical;
    }

    private void readPage(PageHeader header, DataPageHeader data, int start) throws IOException {
        int size = header.getUncompressed_page_size();
        byte[] body = decompressed(start, header.getCompressed_page_size(), size, false);
        int[] levels = null;
        int at = 0;
        if (leaf.optional()) {
            int length = LittleEndian.getInt(body, 0);
            at = Math.addExact(Integer.BYTES, length);
            levels = levels(body, Integer.BYTES, at, data.getNum_values());
        }
        spread(data.getEncoding(), body, at, size, levels, data.getNum_values());
    }

    /// Levels stand before the values and are never compressed.
    private void readPage(PageHeader header, DataPageHeaderV2 data, int start) throws IOException {
        int levelBytes = data.getRepetition_levels_byte_length() + data.getDefinition_levels_byte_length();
        int size = header.getUncompressed_page_size() - levelBytes;
        boolean plain = data.isSetIs_compressed() && !data.isIs_compressed();
        byte[] body = decompressed(start + levelBytes, header.getCompressed_page_size() - levelBytes, size, plain);
        int[] levels = null;
        if (leaf.optional()) {
            int from = start + data.getRepetition_levels_byte_length();
            byte[] padded = Arrays.copyOfRange(bytes, from, start + levelBytes + BitPacking.SLACK);
            levels = levels(padded, 0, data.getDefinition_levels_byte_length(), data.getNum_values());
        }
        spread(data.getEncoding(), body, 0, size, levels, data.getNum_values());
    }

    private static int[] levels(byte[] body, int from, int to, int count) {
        int[] levels = new int[count];
        RleCodec.decode(body, from, to, 1, levels, count);
        return levels;
    }

    /// @param levels 1 where there is a value; null when there is one everywhere
    private void spread(Encoding encoding, byte[] body, int from, int to, int[] levels, int rows) {
        int present = levels == null ? rows : Arrays.stream(levels).sum();
        Object[] found = present == 0 ? new Object[0] : present(encoding, body, from, to, present);
        page = new Object[rows];
        row = 0;
        int next = 0;
        for (int index = 0; index < rows; index++) {
            if (levels == null || levels[index] == 1) {
                page[index] = found[next++];
            }
        }
    }

    private Object[] present(Encoding encoding, byte[] body, int from, int to, int count) {
        if (encoding != Encoding.RLE_DICTIONARY && encoding != Encoding.PLAIN_DICTIONARY) {
            return carriers(values.decode(encoding, body, from, to, count));
        }
        if (dictionary == null) {
            throw new IllegalArgumentException("codes without a dictionary");
        }
        int[] codes = new int[count];
        RleCodec.decode(body, from + 1, to, body[from] & 0xff, codes, count);
        Object[] found = new Object[count];
        for (int index = 0; index < count; index++) {
            found[index] = dictionary[codes[index]];
        }
        return found;
    }
}
