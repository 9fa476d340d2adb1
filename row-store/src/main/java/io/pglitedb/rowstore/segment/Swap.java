package io.pglitedb.rowstore.segment;

import java.util.List;

/// New segments for a range of rowids, in place of hot rows and older segments. Tells afterwards how it went.
public final class Swap {
    private final RowWatch watch;
    private final List<ManifestEntry> replaced;
    private final List<ManifestEntry> added;
    /// 0 until it is done.
    private volatile long doneAt;

    /// @param watch since before the state that the new segments were made of; its range is theirs
    /// @param replaced all segments that the range had then
    /// @param added within the range, ascending; none when no row is left
    public Swap(RowWatch watch, List<ManifestEntry> replaced, List<ManifestEntry> added) {
        this.watch = watch;
        this.replaced = List.copyOf(replaced);
        this.added = List.copyOf(added);
    }

    public RowWatch watch() {
        return watch;
    }

    public List<ManifestEntry> replaced() {
        return replaced;
    }

    public List<ManifestEntry> added() {
        return added;
    }

    /// Commit thread.
    ///
    /// @param sequence of the store when it was done
    public void done(long sequence) {
        doneAt = sequence;
    }

    /// False when it was refused: the relation is gone, its segments are others, or too much was written
    /// meanwhile.
    public boolean isDone() {
        return doneAt > 0;
    }

    /// For `SegmentWrites.reclaim`.
    public long doneAt() {
        return doneAt;
    }
}
