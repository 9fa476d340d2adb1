package io.pglitedb.executor.statistics;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Snapshot;

/// About how many rows a relation has and how long they are, of a few of its rows. Small relations are counted;
/// of large ones, whose rowids run from the first to the last with holes where rows were deleted, a few stretches
/// tell how dense they stand.
///
/// @param bytesPerRow of the stored value
record RelationSample(double rows, double bytesPerRow) {
    /// Rows that are counted before it is guessed.
    private static final int COUNTED_ROWS = 2_048;
    private static final int STRETCHES = 24;
    private static final int STRETCH_ROWS = 32;

    static RelationSample take(Snapshot snapshot, int relationNumber) {
        long first = -1;
        long rows = 0;
        long bytes = 0;
        try (RowCursor cursor = snapshot.scanRows(relationNumber, 0, Long.MAX_VALUE, Direction.FORWARD)) {
            boolean more = cursor.next();
            while (more && rows < COUNTED_ROWS) {
                first = first < 0 ? cursor.rowid() : first;
                rows++;
                bytes += cursor.valueLength();
                more = cursor.next();
            }
            if (!more) {
                return new RelationSample(rows, rows == 0 ? 0 : (double) bytes / rows);
            }
        }
        return guess(snapshot, relationNumber, first, last(snapshot, relationNumber));
    }

    private static long last(Snapshot snapshot, int relationNumber) {
        try (RowCursor cursor = snapshot.scanRows(relationNumber, 0, Long.MAX_VALUE, Direction.BACKWARD)) {
            return cursor.next() ? cursor.rowid() : 0;
        }
    }

    private static RelationSample guess(Snapshot snapshot, int relationNumber, long first, long last) {
        double span = last - first + 1;
        double densities = 0;
        long rows = 0;
        long bytes = 0;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            long start = first + (long) (span * stretch / STRETCHES);
            long end = Math.max(start + 1, first + (long) (span * (stretch + 1) / STRETCHES));
            long found = 0;
            long covered = end - start;
            try (RowCursor cursor = snapshot.scanRows(relationNumber, start, end, Direction.FORWARD)) {
                while (found < STRETCH_ROWS && cursor.next()) {
                    found++;
                    bytes += cursor.valueLength();
                    if (found == STRETCH_ROWS) {
                        covered = cursor.rowid() - start + 1;
                    }
                }
            }
            rows += found;
            densities += (double) found / covered;
        }
        return new RelationSample(span * densities / STRETCHES, rows == 0 ? 0 : (double) bytes / rows);
    }
}
