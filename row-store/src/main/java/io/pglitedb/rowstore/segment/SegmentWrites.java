package io.pglitedb.rowstore.segment;

/// Changes of segments, part of a transaction like any other write. Who writes sees to locks: of the rows for
/// delete marks, of the relation or the range for the manifest.
public interface SegmentWrites {
    /// From the commit on the relation has this segment; hot rows of its range go before it.
    ///
    /// @param lastRowid of its last row
    /// @param descriptor the column store's
    void putSegment(int relationNumber, long firstRowid, long lastRowid, int segmentNumber, byte[] descriptor);

    /// The relation has this segment no more; its delete marks go, too.
    void removeSegment(int relationNumber, ManifestEntry entry);

    /// The segment's row at that position is deleted, or a hot row from now on.
    void markDeleted(int segmentNumber, int position);

    /// Turns many single marks into one bitmap. Marks set by transactions that run meanwhile stay beside it.
    void foldDeleteMarks(int segmentNumber);
}
