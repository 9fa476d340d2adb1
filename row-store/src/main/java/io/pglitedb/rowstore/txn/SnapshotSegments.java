package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.ColdRows;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.segment.SegmentReads;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/// Segments as a snapshot shows them, and their rows. Thread-safe.
public final class SnapshotSegments implements SegmentReads {
    /// What snapshots share.
    ///
    /// @param tiered whether a relation may have segments in any state
    public record Shared(SegmentCache cache, IntPredicate tiered, ColdRows coldRows) {}

    private final StoreSnapshot snapshot;
    private final Shared shared;
    /// The state does not change: what was read once holds.
    private final Map<Integer, Manifest> manifests = new ConcurrentHashMap<>();
    private final Map<Integer, DeleteMarks> marks = new ConcurrentHashMap<>();

    public SnapshotSegments(StoreSnapshot snapshot, Shared shared) {
        this.snapshot = snapshot;
        this.shared = shared;
    }

    @Override
    public Manifest manifest(int relationNumber) {
        if (!shared.tiered.test(relationNumber)) {
            return Manifest.EMPTY;
        }
        Manifest known = manifests.get(relationNumber);
        if (known == null) {
            known = shared.cache.manifest(relationNumber, snapshot);
            manifests.put(relationNumber, known);
        }
        return known;
    }

    @Override
    public DeleteMarks deleteMarks(int segmentNumber) {
        DeleteMarks known = marks.get(segmentNumber);
        if (known == null) {
            known = shared.cache.deleteMarks(segmentNumber, snapshot);
            marks.put(segmentNumber, known);
        }
        return known;
    }

    @Override
    public boolean isDeleted(int segmentNumber, int offset) {
        DeleteMarks known = marks.get(segmentNumber);
        return known != null ? known.contains(offset) : shared.cache.isDeleted(segmentNumber, offset, snapshot);
    }

    /// The row of a segment whose key is not stored; null when there is none.
    public byte[] find(byte[] key) {
        int relation = StoreKey.number(key, 0);
        if (!shared.tiered.test(relation)) {
            return null;
        }
        long rowid = StoreKey.rowid(key, 0);
        ManifestEntry entry = manifest(relation).find(rowid);
        return entry == null || isDeleted(entry.segmentNumber(), entry.offset(rowid))
                ? null
                : shared.coldRows.find(entry, rowid);
    }

    /// Rows of a relation, those of segments among them; null when it has no segments between the two.
    public KeyCursor cursor(byte[] low, byte[] high, Direction direction) {
        int relation = StoreKey.number(low, 0);
        if (!shared.tiered.test(relation)) {
            return null;
        }
        long from = StoreKey.rowid(low, 0);
        long to = StoreKey.rowid(high, 0);
        return manifest(relation).overlapping(from, to).isEmpty()
                ? null
                : new TieredCursor(snapshot, this, shared.coldRows, relation, from, to, direction);
    }
}
