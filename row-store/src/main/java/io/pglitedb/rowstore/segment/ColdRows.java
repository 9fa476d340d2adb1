package io.pglitedb.rowstore.segment;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;

/// Reads rows of segments in the form that the row store keeps rows in, header included: who knows the segments'
/// files gives it to the store that is opened. Thread-safe.
public interface ColdRows {
    /// Of a store without segments.
    ColdRows NONE = new ColdRows() {
        @Override
        public byte[] find(ManifestEntry entry, long rowid) {
            throw new IllegalStateException("nobody reads segments");
        }

        @Override
        public RowCursor scan(
                ManifestEntry entry, DeleteMarks hidden, long fromRowid, long toRowid, Direction direction) {
            throw new IllegalStateException("nobody reads segments");
        }
    };

    /// Null when the segment has no such row.
    byte[] find(ManifestEntry entry, long rowid);

    /// Rows with rowids in [from, to), without those that are marked.
    RowCursor scan(ManifestEntry entry, DeleteMarks hidden, long fromRowid, long toRowid, Direction direction);
}
