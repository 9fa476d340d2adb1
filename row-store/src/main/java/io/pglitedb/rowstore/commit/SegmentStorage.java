package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.segment.Manifest;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// The newest written state, as far as the ledger of segments asks for it.
public interface SegmentStorage {
    /// By relation number, those that have segments.
    Map<Integer, Manifest> manifests();

    /// Null when absent.
    byte[] read(byte[] key);

    /// All marks of a segment and some more, as one value.
    byte[] foldedMarks(int segmentNumber, RoaringBitmap more);

    long latestSequence();
}
