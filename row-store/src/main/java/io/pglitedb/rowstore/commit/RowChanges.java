package io.pglitedb.rowstore.commit;

import java.util.concurrent.atomic.AtomicLongArray;

/// Remembers, per hash of a row, the commit that changed it last, so that most "changed since my snapshot?"
/// questions need no read. May say yes wrongly (hash collision), never no wrongly. Written by the commit thread
/// before it publishes.
public final class RowChanges {
    private static final int BITS = 16;

    private final AtomicLongArray lastChange = new AtomicLongArray(1 << BITS);
    private volatile long allChangedAt;

    public static int slot(int relationNumber, long rowid) {
        long mixed = (rowid * 0x9E3779B97F4A7C15L ^ relationNumber) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> (64 - BITS));
    }

    /// Of a relation's manifest or a segment's delete marks, which share the table: below all rowids.
    public static int segmentSlot(byte space, int number) {
        return slot(number, -1 - space);
    }

    public void changed(int slot, long commitSequence) {
        lastChange.setRelease(slot, commitSequence);
    }

    /// After a commit too large to note its rows one by one.
    public void allChanged(long commitSequence) {
        allChangedAt = commitSequence;
    }

    public boolean segmentsMaybeChangedSince(byte space, int number, long commitSequence) {
        return maybeChangedSince(number, -1 - space, commitSequence);
    }

    public boolean maybeChangedSince(int relationNumber, long rowid, long commitSequence) {
        return allChangedAt > commitSequence || lastChange.getAcquire(slot(relationNumber, rowid)) > commitSequence;
    }
}
