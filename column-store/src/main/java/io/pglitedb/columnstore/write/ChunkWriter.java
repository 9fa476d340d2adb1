package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.encoding.BloomFilter;
import io.pglitedb.columnstore.encoding.Compression;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.form.Physical;
import io.pglitedb.types.bytes.ByteWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Statistics;

/// Writes one row group's chunk of one column.
final class ChunkWriter {
    private static final int BLOOM_DISTINCT_MIN = 1024;

    private final String name;
    private final Physical physical;
    private final ChunkValues values;
    /// Null for a column that is REQUIRED.
    private final RowNulls nulls;
    private final int[] pageEnds;
    private final ValueEncoding encoding;

    /// @param pageEnds row behind each page's last one, ascending
    ChunkWriter(String name, Physical physical, ChunkValues values, RowNulls nulls, int[] pageEnds) {
        this.name = name;
        this.physical = physical;
        this.values = values;
        this.nulls = nulls;
        this.pageEnds = pageEnds;
        this.encoding = values.chooseEncoding();
    }

    /// @param distinct estimate, tells whether a bloom filter is worth its bytes
    WrittenChunk write(CountedOutput out, long distinct) {
        Compression compression = CompressionChoice.choose(sample());
        PageWriter pages = new PageWriter(compression, out);
        long start = out.position();
        if (encoding.dictionary() != null) {
            pages.dictionary(encoding.dictionary(), encoding.dictionarySize());
        }
        long dataStart = out.position();
        PageStatistics statistics = new PageStatistics(values);
        OffsetIndex offsets = new OffsetIndex(new ArrayList<>());
        ByteWriter body = new ByteWriter(1 << 15);
        int row = 0;
        int value = 0;
        for (int end : pageEnds) {
            int nullCount = nulls == null ? 0 : nulls.count(row, end);
            int valueEnd = value + end - row - nullCount;
            body.clear();
            putBody(row, end, value, valueEnd, body);
            long pageStart = out.position();
            pages.data(body, end - row, encoding.encoding());
            offsets.addToPage_locations(new PageLocation(pageStart, (int) (out.position() - pageStart), row));
            statistics.add(value, valueEnd, nullCount);
            row = end;
            value = valueEnd;
        }
        ColumnMetaData meta = new ColumnMetaData(
                physical.type(),
                encodings(),
                List.of(name),
                codec(compression),
                row,
                pages.uncompressedBytes(),
                out.position() - start,
                dataStart);
        if (encoding.dictionary() != null) {
            meta.setDictionary_page_offset(start);
        }
        meta.setStatistics(statistics(statistics));
        ColumnChunk chunk = new ColumnChunk(0).setMeta_data(meta);
        return new WrittenChunk(chunk, statistics.columnIndex(), offsets, bloomFilter(distinct, statistics));
    }

    private void putBody(int row, int end, int value, int valueEnd, ByteWriter body) {
        if (nulls != null) {
            int at = body.size();
            body.putInt(0);
            RleCodec.encode(nulls.levels(row, end), 0, end - row, 1, body);
            LittleEndian.putInt(body.array(), at, body.size() - at - Integer.BYTES);
        }
        if (value < valueEnd || encoding.dictionary() != null) {
            encoding.encode(value, valueEnd, body);
        } else if (encoding.encoding() != Encoding.PLAIN) {
            encoding.encode(value, value, body);
        }
    }

    /// The bodies of the first page and of one in the middle.
    private ByteWriter sample() {
        ByteWriter sample = new ByteWriter(1 << 16);
        int first = Math.min(values.count(), pageEnds[0]);
        encoding.encode(0, first, sample);
        int middle = values.count() / 2;
        if (middle > first) {
            encoding.encode(middle, Math.min(middle + first, values.count()), sample);
        }
        return sample;
    }

    private List<Encoding> encodings() {
        return encoding.dictionary() == null
                ? List.of(Encoding.RLE, encoding.encoding())
                : List.of(Encoding.RLE, Encoding.PLAIN, encoding.encoding());
    }

    private static CompressionCodec codec(Compression compression) {
        return switch (compression) {
            case NONE -> CompressionCodec.UNCOMPRESSED;
            case LZ4 -> CompressionCodec.LZ4_RAW;
            case ZSTD -> CompressionCodec.ZSTD;
        };
    }

    private Statistics statistics(PageStatistics pages) {
        Statistics statistics = new Statistics().setNull_count(pages.nullCount());
        Bounds bounds = pages.bounds();
        if (bounds.known()) {
            statistics.setMin_value(ByteBuffer.wrap(bounds.least()));
            statistics.setMax_value(ByteBuffer.wrap(bounds.greatest()));
        }
        return statistics;
    }

    /// None for what pages' bounds or a look into a small dictionary tell as well.
    private BloomFilter bloomFilter(long distinct, PageStatistics pages) {
        if (distinct < BLOOM_DISTINCT_MIN || !values.bloomWorthwhile() || pages.ordered()) {
            return null;
        }
        BloomFilter filter = BloomFilter.forValues((int) Math.min(distinct, values.count()));
        values.addTo(filter);
        return filter;
    }
}
