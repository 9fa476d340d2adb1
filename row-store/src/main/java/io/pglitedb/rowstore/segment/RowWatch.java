package io.pglitedb.rowstore.segment;

import org.roaringbitmap.RoaringBitmap;

/// Rowids of a range that commits have written since the watch began: what a segment made of an older state does
/// not know. The commit thread writes it.
public final class RowWatch implements AutoCloseable {
    private final int relationNumber;
    private final long firstRowid;
    private final long lastRowid;
    private final RoaringBitmap touched = new RoaringBitmap();
    private volatile boolean closed;
    private volatile boolean dropped;
    private volatile int touchedCount;

    /// @param lastRowid belongs to the range
    public RowWatch(int relationNumber, long firstRowid, long lastRowid) {
        this.relationNumber = relationNumber;
        this.firstRowid = firstRowid;
        this.lastRowid = lastRowid;
    }

    public int relationNumber() {
        return relationNumber;
    }

    public long firstRowid() {
        return firstRowid;
    }

    public long lastRowid() {
        return lastRowid;
    }

    /// How many rows of the range were written so far.
    public int touchedCount() {
        return touchedCount;
    }

    /// Whether the relation is gone.
    public boolean isDropped() {
        return dropped;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Commit thread.
    public void touch(int relation, long rowid) {
        if (relation == relationNumber && rowid >= firstRowid && rowid <= lastRowid) {
            touched.add((int) (rowid - firstRowid));
            touchedCount = touched.getCardinality();
        }
    }

    /// Commit thread.
    public void drop() {
        dropped = true;
    }

    /// Commit thread. Offsets from the range's first rowid.
    public RoaringBitmap touched() {
        return touched;
    }

    @Override
    public void close() {
        closed = true;
    }
}
