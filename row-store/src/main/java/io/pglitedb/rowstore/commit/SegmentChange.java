package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.RowWatch;
import io.pglitedb.rowstore.segment.Swap;
import java.util.concurrent.atomic.AtomicBoolean;

/// A change of segments, made by the commit thread between two commits.
public sealed interface SegmentChange {
    record StartWatch(RowWatch watch) implements SegmentChange {}

    record MakeSwap(Swap swap) implements SegmentChange {}

    /// @param made whether it was done
    record MakeClaim(int segmentNumber, Claims.Claim claim, AtomicBoolean made) implements SegmentChange {}

    record FoldMarks(int relationNumber, int segmentNumber) implements SegmentChange {}
}
