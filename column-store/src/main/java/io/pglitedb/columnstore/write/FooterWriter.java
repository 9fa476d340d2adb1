package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.FileTail;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.Physical;
import io.pglitedb.columnstore.schema.SchemaProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.parquet.format.BloomFilterAlgorithm;
import org.apache.parquet.format.BloomFilterCompression;
import org.apache.parquet.format.BloomFilterHash;
import org.apache.parquet.format.BloomFilterHeader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.SplitBlockAlgorithm;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Uncompressed;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.XxHash;

/// Writes what stands behind the last page: bloom filters, page indexes, the footer.
final class FooterWriter {
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String CREATED_BY = "pglitedb version 0.1.0";

    private final CountedOutput out;
    private final List<SchemaElement> leaves = new ArrayList<>();

    FooterWriter(CountedOutput out) {
        this.out = out;
    }

    /// @param fieldId 0 for none
    void addColumn(String name, int fieldId, ColumnForm form, boolean required) {
        SchemaElement leaf = new SchemaElement(name)
                .setType(form.physical().type())
                .setRepetition_type(required ? FieldRepetitionType.REQUIRED : FieldRepetitionType.OPTIONAL);
        if (fieldId != 0) {
            leaf.setField_id(fieldId);
        }
        if (form.physical() == Physical.FIXED16) {
            leaf.setType_length(Physical.FIXED16.bytes());
        }
        if (form.logicalType() != null) {
            leaf.setLogicalType(form.logicalType());
            LegacyTypes.describe(form.logicalType(), leaf);
        }
        leaves.add(leaf);
    }

    /// @param groups chunks of each row group, in the order of the columns added
    /// @return what the manifest keeps to know the tail again
    FileTail write(List<List<WrittenChunk>> groups, Map<String, String> properties) {
        try {
            String bloomChecksums = putBloomFilters(groups);
            long tail = out.position();
            out.startChecksum();
            putIndexes(groups);
            long start = out.position();
            Map<String, String> all = new LinkedHashMap<>(properties);
            all.put(SchemaProperties.BLOOM_CHECKSUMS, bloomChecksums);
            Util.writeFileMetaData(metaData(groups, all), out);
            byte[] length = new byte[Integer.BYTES];
            LittleEndian.putInt(length, 0, (int) (out.position() - start));
            out.write(length);
            out.write(MAGIC);
            return new FileTail(out.position(), tail, out.checksum());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @return CRC-32 of each filter's bits in the order of the file, hexadecimal
    private String putBloomFilters(List<List<WrittenChunk>> groups) throws IOException {
        StringJoiner checksums = new StringJoiner(" ");
        for (List<WrittenChunk> group : groups) {
            for (WrittenChunk chunk : group) {
                if (chunk.bloomFilter() != null) {
                    byte[] bits = chunk.bloomFilter().bits();
                    ColumnMetaData meta = chunk.chunk().getMeta_data();
                    meta.setBloom_filter_offset(out.position());
                    BloomFilterHeader header = new BloomFilterHeader(
                            bits.length,
                            BloomFilterAlgorithm.BLOCK(new SplitBlockAlgorithm()),
                            BloomFilterHash.XXHASH(new XxHash()),
                            BloomFilterCompression.UNCOMPRESSED(new Uncompressed()));
                    Util.writeBloomFilterHeader(header, out);
                    out.startChecksum();
                    out.write(bits);
                    checksums.add(Integer.toHexString(out.checksum()));
                    meta.setBloom_filter_length((int) (out.position() - meta.getBloom_filter_offset()));
                }
            }
        }
        return checksums.toString();
    }

    private void putIndexes(List<List<WrittenChunk>> groups) throws IOException {
        for (List<WrittenChunk> group : groups) {
            for (WrittenChunk chunk : group) {
                if (chunk.columnIndex() != null) {
                    chunk.chunk().setColumn_index_offset(out.position());
                    Util.writeColumnIndex(chunk.columnIndex(), out);
                    chunk.chunk().setColumn_index_length((int)
                            (out.position() - chunk.chunk().getColumn_index_offset()));
                }
            }
        }
        for (List<WrittenChunk> group : groups) {
            for (WrittenChunk chunk : group) {
                chunk.chunk().setOffset_index_offset(out.position());
                Util.writeOffsetIndex(chunk.offsetIndex(), out);
                chunk.chunk().setOffset_index_length((int)
                        (out.position() - chunk.chunk().getOffset_index_offset()));
            }
        }
    }

    private FileMetaData metaData(List<List<WrittenChunk>> groups, Map<String, String> properties) {
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("schema").setNum_children(leaves.size()));
        schema.addAll(leaves);
        List<RowGroup> rowGroups = new ArrayList<>();
        long rows = 0;
        for (List<WrittenChunk> group : groups) {
            RowGroup rowGroup = rowGroup(group, rowGroups.size());
            rows += rowGroup.getNum_rows();
            rowGroups.add(rowGroup);
        }
        FileMetaData meta = new FileMetaData(2, schema, rows, rowGroups).setCreated_by(CREATED_BY);
        meta.setColumn_orders(leaves.stream()
                .map(_ -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
                .toList());
        properties.forEach((key, value) -> meta.addToKey_value_metadata(new KeyValue(key).setValue(value)));
        return meta;
    }

    private static RowGroup rowGroup(List<WrittenChunk> chunks, int ordinal) {
        RowGroup group = new RowGroup(new ArrayList<>(), 0, 0);
        long compressed = 0;
        long uncompressed = 0;
        for (WrittenChunk chunk : chunks) {
            ColumnMetaData meta = chunk.chunk().getMeta_data();
            group.addToColumns(chunk.chunk());
            group.setNum_rows(meta.getNum_values());
            compressed += meta.getTotal_compressed_size();
            uncompressed += meta.getTotal_uncompressed_size();
        }
        ColumnMetaData first = chunks.getFirst().chunk().getMeta_data();
        return group.setTotal_byte_size(uncompressed)
                .setTotal_compressed_size(compressed)
                .setFile_offset(
                        first.isSetDictionary_page_offset()
                                ? first.getDictionary_page_offset()
                                : first.getData_page_offset())
                .setOrdinal((short) ordinal);
    }
}
