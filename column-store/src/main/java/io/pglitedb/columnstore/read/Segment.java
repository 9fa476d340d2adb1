package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.descriptor.GroupSummary;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.columnstore.predicate.KeyCondition;
import io.pglitedb.columnstore.schema.SchemaProperties;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;

/// An open segment: its footer in memory, its pages read when asked for. Rows have positions from 0 in the order
/// of their rowids; pages, of up to a vector's length, are numbered from 0. Thread-safe.
public final class Segment implements AutoCloseable {
    private static final int INT8 = 20;
    private static final int ROWIDS = -1;

    private final SegmentDescriptor descriptor;
    private final SegmentSchema schema;
    private final RangeFile file;
    private final int tailBytes;
    private final PageTable table;
    private final ColumnReader rowids;
    private final List<ColumnReader> columns = new ArrayList<>();
    private final BloomFilters bloomFilters;

    private Segment(RangeFile file, int number, SegmentDescriptor descriptor, SegmentSchema schema, VectorCache cache) {
        this.file = file;
        this.descriptor = descriptor;
        this.schema = schema;
        Tail tail = Tail.read(file, descriptor.tail());
        FileMetaData meta = tail.metaData();
        SegmentLayout layout = SegmentLayout.of(file, meta, schema);
        this.tailBytes = tail.length();
        this.table = PageTableReader.read(file, tail, layout);
        this.rowids =
                new ColumnReader(file, tail, table, layout.rowids(), BuiltinTypes.get(INT8), cache, number, ROWIDS);
        for (int index = 0; index < schema.columns().size(); index++) {
            var values = schema.columns().get(index).values();
            columns.add(new ColumnReader(file, tail, table, layout.columns().get(index), values, cache, number, index));
        }
        this.bloomFilters = new BloomFilters(file, bloomOffsets(meta), bloomChecksums(meta));
    }

    /// Opens the file and compares its end with the descriptor: XX001 when it is another one, 58030 when it is
    /// not there.
    ///
    /// @param number of the segment, for the cache
    /// @param schema the columns that the descriptor lists, or some of them
    public static Segment open(
            Path file, int number, SegmentDescriptor descriptor, SegmentSchema schema, VectorCache cache) {
        RangeFile opened = new RangeFile(file);
        boolean whole = false;
        try {
            Segment segment = new Segment(opened, number, descriptor, schema, cache);
            whole = true;
            return segment;
        } finally {
            if (!whole) {
                opened.close();
            }
        }
    }

    private static List<Long> bloomOffsets(FileMetaData meta) {
        return meta.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .flatMap(chunk -> chunk.getMeta_data().isSetBloom_filter_offset()
                        ? Stream.of(chunk.getMeta_data().getBloom_filter_offset())
                        : Stream.empty())
                .toList();
    }

    private static String bloomChecksums(FileMetaData meta) {
        return meta.getKey_value_metadata().stream()
                .filter(property -> property.getKey().equals(SchemaProperties.BLOOM_CHECKSUMS))
                .map(KeyValue::getValue)
                .findFirst()
                .orElse("");
    }

    public SegmentDescriptor descriptor() {
        return descriptor;
    }

    public SegmentSchema schema() {
        return schema;
    }

    /// Memory taken beside the cache, roughly.
    public long bytes() {
        return tailBytes + table.pageCount() * 64L;
    }

    public int pageCount() {
        return table.pageCount();
    }

    public int rows(int page) {
        return table.rows(page);
    }

    /// Position of the page's first row.
    public long firstPosition(int page) {
        return table.firstRow()[page];
    }

    /// Rowid of the page's first row.
    public long firstRowid(int page) {
        return table.firstRowid()[page];
    }

    /// The only page that may have that rowid; -1 when all have greater ones.
    public int pageOfRowid(long rowid) {
        return table.pageOfRowid(rowid);
    }

    /// Without NULLs, ascending.
    public LongVector rowids(int page) {
        return (LongVector) rowids.page(page);
    }

    /// @param column place in the schema
    public Vector column(int column, int page) {
        return columns.get(column).page(page);
    }

    /// The page's rows, all of them.
    ///
    /// @param projection places in the schema
    public Batch batch(int page, int[] projection) {
        List<Vector> vectors = new ArrayList<>(projection.length);
        for (int column : projection) {
            vectors.add(column(column, page));
        }
        return Batch.of(vectors, rows(page));
    }

    /// Position of a row; -1 when the segment has none of that rowid.
    public long position(long rowid) {
        int page = table.pageOfRowid(rowid);
        if (page < 0 || rowid > descriptor.lastRowid()) {
            return -1;
        }
        int groupNumber = table.groupOf(page);
        GroupSummary group = descriptor.groups().get(groupNumber);
        if (group.lastRowid() - group.firstRowid() == group.rowCount() - 1) {
            return densePosition(rowid, group, table.firstRow()[table.groupFirstPage()[groupNumber]]);
        }
        LongVector found = rowids(page);
        int row = Arrays.binarySearch(found.values(), 0, found.length(), rowid);
        return row < 0 ? -1 : firstPosition(page) + row;
    }

    /// In a row group without gaps the column of rowids need not be read.
    private static long densePosition(long rowid, GroupSummary group, long groupPosition) {
        return rowid > group.lastRowid() ? -1 : groupPosition + rowid - group.firstRowid();
    }

    /// Rowid of the row at a position.
    public long rowid(long position) {
        int page = table.pageOfRow(position);
        return rowids(page).values()[(int) (position - firstPosition(page))];
    }

    /// The carrier, null for NULL; it may share memory with the cache.
    ///
    /// @param column place in the schema
    public Object value(int column, long position) {
        int page = table.pageOfRow(position);
        return column(column, page).get((int) (position - firstPosition(page)));
    }

    /// The pages that may have rows which satisfy all conditions, ascending.
    public int[] pages(List<KeyCondition> conditions) {
        return new PagePruning(descriptor, schema, table, columns, bloomFilters).pages(conditions);
    }

    @Override
    public void close() {
        file.close();
    }
}
