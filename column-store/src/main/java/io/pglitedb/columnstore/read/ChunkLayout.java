package io.pglitedb.columnstore.read;

import java.util.Set;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;

/// Where one row group's pages of one column are, and what its indexes say. Offsets are bytes of the file, -1 for
/// none.
record ChunkLayout(
        CompressionCodec codec,
        Set<Encoding> encodings,
        boolean required,
        long dictionaryOffset,
        long columnIndexOffset,
        int columnIndexLength,
        long offsetIndexOffset,
        int offsetIndexLength,
        long bloomFilterOffset,
        int bloomFilterLength) {
    static ChunkLayout of(ColumnChunk chunk, boolean required) {
        ColumnMetaData meta = chunk.getMeta_data();
        return new ChunkLayout(
                meta.getCodec(),
                Set.copyOf(meta.getEncodings()),
                required,
                meta.isSetDictionary_page_offset() ? meta.getDictionary_page_offset() : -1,
                chunk.isSetColumn_index_offset() ? chunk.getColumn_index_offset() : -1,
                chunk.getColumn_index_length(),
                chunk.getOffset_index_offset(),
                chunk.getOffset_index_length(),
                meta.isSetBloom_filter_offset() ? meta.getBloom_filter_offset() : -1,
                meta.getBloom_filter_length());
    }

    boolean hasDictionary() {
        return dictionaryOffset >= 0;
    }
}
