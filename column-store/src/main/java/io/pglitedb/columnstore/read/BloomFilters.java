package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.encoding.BloomFilter;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.columnstore.form.BinaryForm;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.DecimalForm;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.types.bytes.ByteWriter;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.apache.parquet.format.BloomFilterHeader;
import org.apache.parquet.format.Util;

/// The bloom filters of a segment's file, each read when first asked. Thread-safe.
final class BloomFilters {
    private final RangeFile file;
    /// CRC-32 of the filter that starts at a byte of the file.
    private final Map<Long, Integer> checksums = new HashMap<>();
    private final Map<Long, BloomFilter> filters = new ConcurrentHashMap<>();

    /// @param offsets of all filters, ascending
    /// @param checksumLine as `SchemaProperties.BLOOM_CHECKSUMS` has it
    BloomFilters(RangeFile file, List<Long> offsets, String checksumLine) {
        this.file = file;
        String[] words = checksumLine.isEmpty() ? new String[0] : checksumLine.split(" ");
        if (words.length != offsets.size()) {
            throw FileErrors.damaged(file.path(), "checksums of bloom filters are missing");
        }
        for (int index = 0; index < words.length; index++) {
            checksums.put(offsets.get(index), Integer.parseUnsignedInt(words[index], 16));
        }
    }

    /// Whether the chunk may hold a value equal to one of these; true when it has no filter.
    boolean mayContain(ColumnLayout column, int group, List<Object> values) {
        ChunkLayout chunk = column.chunks().get(group);
        if (chunk.bloomFilterOffset() < 0 || !column.form().sqlOrder() || column.hasExceptions()) {
            return true;
        }
        BloomFilter filter = filters.computeIfAbsent(chunk.bloomFilterOffset(), _ -> read(chunk));
        for (Object value : values) {
            if (mayContain(filter, column.form(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayContain(BloomFilter filter, ColumnForm form, Object value) {
        Object same = form instanceof DecimalForm decimal ? decimal.rescaled(value) : value;
        if (same == null || !form.fits(same)) {
            return false;
        }
        return switch (form) {
            case NumberForm number ->
                filter.mayContain(
                        BloomFilter.hash(number.number(same), number.physical().bytes()));
            case BinaryForm binary -> {
                ByteWriter bytes = new ByteWriter();
                binary.put(same, bytes);
                yield filter.mayContain(BloomFilter.hash(bytes.array(), 0, bytes.size()));
            }
        };
    }

    private BloomFilter read(ChunkLayout chunk) {
        byte[] bytes = file.read(chunk.bloomFilterOffset(), chunk.bloomFilterLength(), 0);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        BloomFilterHeader header = Footer.structure(file, in, Util::readBloomFilterHeader);
        byte[] bits = in.readAllBytes();
        CRC32 crc = new CRC32();
        crc.update(bits);
        if (header.getNumBytes() != bits.length || checksums.get(chunk.bloomFilterOffset()) != (int) crc.getValue()) {
            throw FileErrors.damaged(file.path(), "wrong checksum of a bloom filter");
        }
        return new BloomFilter(bits);
    }
}
