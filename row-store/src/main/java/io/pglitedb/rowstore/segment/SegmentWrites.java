package io.pglitedb.rowstore.segment;

import java.util.List;
import java.util.Set;

/// Changes of segments. Each is a commit of its own, at the point where commits are in order: transactions that
/// run meanwhile are neither held up nor need to know. Delete marks are not among them: the commit thread sets
/// them for whatever rows a commit writes.
public interface SegmentWrites {
    /// Begins to note which rows of a range are written. A snapshot taken afterwards, and the notes, are all
    /// there is to know of the range.
    RowWatch watch(int relationNumber, long firstRowid, long lastRowid);

    /// Puts segments in the place of the rows of a range. Hot rows that were written since the watch began stay
    /// hot.
    ///
    /// @return whether it was done; what the swap would have named is garbage when not
    boolean swap(Swap swap);

    /// Turns many single marks into one bitmap.
    void foldDeleteMarks(int relationNumber, int segmentNumber);

    /// Ranges of a relation's rowids that transactions under way fill with segments of their own: a swap there is
    /// refused.
    List<Claims.Claim> claims(int relationNumber);

    /// All segments that the newest state has, and those of transactions under way.
    Set<Integer> segmentNumbers();

    /// Segments removed since the last call or before, that no snapshot has any more: their files can go.
    List<Integer> takeRemoved();

    /// Throws away for good what lies below a swap's range; false when a snapshot may still look at it. May take
    /// a while; waits for nobody.
    ///
    /// @param swappedAt when (`Swap.doneAt`)
    boolean reclaim(int relationNumber, long firstRowid, long lastRowid, long swappedAt);
}
