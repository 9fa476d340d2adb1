package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.SegmentReads;

/// Segments as a snapshot shows them.
public record SnapshotSegments(StoreSnapshot snapshot, SegmentCache cache) implements SegmentReads {
    @Override
    public Manifest manifest(int relationNumber) {
        return cache.manifest(relationNumber, snapshot);
    }

    @Override
    public DeleteMarks deleteMarks(int segmentNumber) {
        return cache.deleteMarks(segmentNumber, snapshot);
    }

    @Override
    public boolean isDeleted(int segmentNumber, int position) {
        return cache.isDeleted(segmentNumber, position, snapshot);
    }
}
