package io.pglitedb.rowstore.segment;

/// Segments as one state shows them.
public interface SegmentReads {
    Manifest manifest(int relationNumber);

    DeleteMarks deleteMarks(int segmentNumber);

    /// The same for one row, without reading the marks of all.
    ///
    /// @param offset from the first rowid of the segment's range
    boolean isDeleted(int segmentNumber, int offset);
}
