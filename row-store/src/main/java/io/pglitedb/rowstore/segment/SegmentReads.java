package io.pglitedb.rowstore.segment;

/// Segments as one state shows them.
public interface SegmentReads {
    Manifest manifest(int relationNumber);

    DeleteMarks deleteMarks(int segmentNumber);

    /// The same for one row, without reading the marks of all.
    boolean isDeleted(int segmentNumber, int position);
}
