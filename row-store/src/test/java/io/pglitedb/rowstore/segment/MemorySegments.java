package io.pglitedb.rowstore.segment;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Segments as maps, for tests of the row store alone.
final class MemorySegments implements ColdRows {
    private final Map<Integer, NavigableMap<Long, byte[]>> segments = new ConcurrentHashMap<>();

    /// A conversion between its two steps.
    record Conversion(Swap swap) {}

    /// Reads a range as it is now.
    Conversion begin(RowStore store, int relation, long first, long last) {
        RowWatch watch = store.segmentWrites().watch(relation, first, last);
        int number = store.allocateNumber();
        NavigableMap<Long, byte[]> rows = new TreeMap<>();
        List<ManifestEntry> replaced;
        try (Snapshot snapshot = store.currentSnapshot();
                RowCursor cursor = snapshot.scanRows(relation, first, last + 1, Direction.FORWARD)) {
            replaced = snapshot.segments().manifest(relation).overlapping(first, last + 1);
            while (cursor.next()) {
                rows.put(cursor.rowid(), copy(cursor));
            }
        }
        segments.put(number, rows);
        List<ManifestEntry> added =
                rows.isEmpty() ? List.of() : List.of(new ManifestEntry(first, last, number, new byte[] {1, 2, 3}));
        return new Conversion(new Swap(watch, replaced, added));
    }

    boolean finish(RowStore store, Conversion conversion) {
        try (RowWatch _ = conversion.swap.watch()) {
            return store.segmentWrites().swap(conversion.swap);
        }
    }

    boolean convert(RowStore store, int relation, long first, long last) {
        return finish(store, begin(store, relation, first, last));
    }

    private static byte[] copy(RowCursor cursor) {
        return Arrays.copyOfRange(cursor.value(), cursor.valueOffset(), cursor.valueOffset() + cursor.valueLength());
    }

    @Override
    public byte[] find(ManifestEntry entry, long rowid) {
        return segments.get(entry.segmentNumber()).get(rowid);
    }

    @Override
    public RowCursor scan(ManifestEntry entry, DeleteMarks hidden, long from, long to, Direction direction) {
        NavigableMap<Long, byte[]> range = segments.get(entry.segmentNumber()).subMap(from, true, to, false);
        Iterator<Map.Entry<Long, byte[]>> rows = (direction == Direction.FORWARD ? range : range.descendingMap())
                .entrySet().stream()
                        .filter(row -> !hidden.contains(entry.offset(row.getKey())))
                        .iterator();
        return new Rows(rows);
    }

    private static final class Rows implements RowCursor {
        private final Iterator<Map.Entry<Long, byte[]>> rows;
        private Map.Entry<Long, byte[]> row;

        Rows(Iterator<Map.Entry<Long, byte[]>> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            boolean found = rows.hasNext();
            row = found ? rows.next() : null;
            return found;
        }

        @Override
        public long rowid() {
            return row.getKey();
        }

        @Override
        public byte[] value() {
            return row.getValue();
        }

        @Override
        public int valueOffset() {
            return 0;
        }

        @Override
        public int valueLength() {
            return row.getValue().length;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
