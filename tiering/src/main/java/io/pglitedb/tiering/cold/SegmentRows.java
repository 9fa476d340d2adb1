package io.pglitedb.tiering.cold;

import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.rowstore.segment.ColdRows;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.vector.Vector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Rows of segments' files in the form that the row store keeps. Thread-safe.
public final class SegmentRows implements ColdRows {
    private static final int LAYOUTS_MAX = 1 << 14;

    /// What a descriptor says, decoded once.
    public record Described(SegmentDescriptor descriptor, RowLayout layout) {}

    private final ColumnStore columns;
    private final Map<Integer, Described> described = new ConcurrentHashMap<>();

    public SegmentRows(ColumnStore columns) {
        this.columns = columns;
    }

    public Described describe(ManifestEntry entry) {
        Described known = described.get(entry.segmentNumber());
        if (known == null) {
            SegmentDescriptor descriptor = columns.descriptor(entry.descriptor());
            known = new Described(descriptor, RowLayout.of(descriptor));
            if (described.size() >= LAYOUTS_MAX) {
                described.clear();
            }
            described.put(entry.segmentNumber(), known);
        }
        return known;
    }

    /// Errors are those of [ColumnStore#open].
    public Segment open(ManifestEntry entry) {
        Described known = describe(entry);
        return columns.open(entry.segmentNumber(), known.descriptor, known.layout.schema());
    }

    @Override
    public byte[] find(ManifestEntry entry, long rowid) {
        Segment segment = open(entry);
        long position = segment.position(rowid);
        if (position < 0) {
            return null;
        }
        Encoder encoder = new Encoder(describe(entry).layout);
        for (int column = 0; column < encoder.values.length; column++) {
            encoder.values[column] = segment.value(column, position);
        }
        encoder.encode((long) segment.value(encoder.values.length, position));
        return encoder.row.toByteArray();
    }

    @Override
    public RowCursor scan(ManifestEntry entry, DeleteMarks hidden, long fromRowid, long toRowid, Direction direction) {
        return new Cursor(entry, open(entry), describe(entry).layout, hidden, fromRowid, toRowid, direction);
    }

    /// Puts a row together.
    private static final class Encoder {
        final RowLayout layout;
        final Object[] values;
        final ByteWriter row = new ByteWriter(128);
        final ByteWriter scratch = new ByteWriter(128);

        Encoder(RowLayout layout) {
            this.layout = layout;
            this.values = new Object[layout.columnCount()];
        }

        void encode(long writer) {
            row.clear();
            row.putLong(writer).putByte(0);
            assert row.size() == RowHeader.LENGTH;
            layout.codec().encode(values, row, scratch);
        }
    }

    private static final class Cursor implements RowCursor {
        private final ManifestEntry entry;
        private final Segment segment;
        private final DeleteMarks hidden;
        private final long fromRowid;
        private final long toRowid;
        private final boolean forward;
        private final Encoder encoder;
        private final Vector[] vectors;
        private int page;
        private long[] rowids;
        private int rows;
        private int row;
        private boolean encoded;

        Cursor(
                ManifestEntry entry,
                Segment segment,
                RowLayout layout,
                DeleteMarks hidden,
                long fromRowid,
                long toRowid,
                Direction direction) {
            this.entry = entry;
            this.segment = segment;
            this.hidden = hidden;
            this.fromRowid = fromRowid;
            this.toRowid = toRowid;
            this.forward = direction == Direction.FORWARD;
            this.encoder = new Encoder(layout);
            this.vectors = new Vector[layout.columnCount() + 1];
            this.page =
                    forward ? Math.max(0, segment.pageOfRowid(fromRowid)) - 1 : segment.pageOfRowid(toRowid - 1) + 1;
        }

        @Override
        public boolean next() {
            encoded = false;
            while (true) {
                if (rowids == null && !nextPage()) {
                    return false;
                }
                row += forward ? 1 : -1;
                if (row < 0 || row >= rows) {
                    rowids = null;
                } else if (rowids[row] >= fromRowid
                        && rowids[row] < toRowid
                        && !hidden.contains(entry.offset(rowids[row]))) {
                    return true;
                }
            }
        }

        /// Columns are read when the first row of the page is.
        private boolean nextPage() {
            page += forward ? 1 : -1;
            if (page < 0 || page >= segment.pageCount()) {
                page = forward ? segment.pageCount() : -1;
                return false;
            }
            if (forward && segment.firstRowid(page) >= toRowid) {
                page = segment.pageCount();
                return false;
            }
            rowids = segment.rowids(page).values();
            rows = segment.rows(page);
            row = forward ? -1 : rows;
            vectors[0] = null;
            if (!forward && rowids[rows - 1] < fromRowid) {
                rowids = null;
                page = -1;
                return false;
            }
            return true;
        }

        @Override
        public long rowid() {
            return rowids[row];
        }

        private ByteWriter encoded() {
            if (!encoded) {
                if (vectors[0] == null) {
                    for (int column = 0; column < vectors.length; column++) {
                        vectors[column] = segment.column(column, page);
                    }
                }
                int writer = encoder.values.length;
                for (int column = 0; column < writer; column++) {
                    encoder.values[column] = vectors[column].get(row);
                }
                encoder.encode((long) vectors[writer].get(row));
                encoded = true;
            }
            return encoder.row;
        }

        @Override
        public byte[] value() {
            return encoded().array();
        }

        @Override
        public int valueOffset() {
            return 0;
        }

        @Override
        public int valueLength() {
            return encoded().size();
        }

        @Override
        public void close() {
            rowids = null;
            page = forward ? segment.pageCount() : -1;
        }
    }
}
