package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.commit.RowChanges;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/// Manifests and delete marks, kept for as long as no commit has touched them. Thread-safe.
public final class SegmentCache {
    private static final int ENTRIES_MAX = 1 << 14;

    /// What every snapshot from commit `since` on shows, until `RowChanges` says otherwise.
    private record Kept<T>(T value, long since) {}

    private final RowChanges changes;
    private final Map<Integer, Kept<Manifest>> manifests = new ConcurrentHashMap<>();
    private final Map<Integer, Kept<DeleteMarks>> marks = new ConcurrentHashMap<>();

    public SegmentCache(RowChanges changes) {
        this.changes = changes;
    }

    Manifest manifest(int relationNumber, StoreSnapshot snapshot) {
        return get(manifests, SegmentKey.MANIFEST, relationNumber, snapshot, SegmentKeys::manifest);
    }

    DeleteMarks deleteMarks(int segmentNumber, StoreSnapshot snapshot) {
        return get(marks, SegmentKey.DELETE_MARK, segmentNumber, snapshot, SegmentKeys::deleteMarks);
    }

    /// One key is read, and the bitmap only when there is one.
    boolean isDeleted(int segmentNumber, int offset, StoreSnapshot snapshot) {
        Kept<DeleteMarks> found = marks.get(segmentNumber);
        if (found != null && usable(found, SegmentKey.DELETE_MARK, segmentNumber, snapshot.commitSequence())) {
            return found.value.contains(offset);
        }
        return snapshot.get(SegmentKey.deleteMark(segmentNumber, offset)) != null
                || isFolded(snapshot.get(SegmentKey.foldedMarks(segmentNumber)), offset);
    }

    /// Looks into the serialized bitmap where it lies.
    private static boolean isFolded(byte[] bitmap, int offset) {
        return bitmap != null && new ImmutableRoaringBitmap(ByteBuffer.wrap(bitmap)).contains(offset);
    }

    private boolean usable(Kept<?> found, byte space, int number, long commit) {
        return found.since <= commit && !changes.segmentsMaybeChangedSince(space, number, found.since);
    }

    private <T> T get(
            Map<Integer, Kept<T>> kept, byte space, int number, StoreSnapshot snapshot, Function<KeyCursor, T> read) {
        long commit = snapshot.commitSequence();
        Kept<T> found = kept.get(number);
        if (found != null && usable(found, space, number, commit)) {
            return found.value;
        }
        T value = read.apply(
                snapshot.storedCursor(StoreKey.start(space, number), StoreKey.end(space, number), Direction.FORWARD));
        if (found == null || found.since < commit) {
            keep(kept, number, new Kept<>(value, commit));
        }
        return value;
    }

    private static <T> void keep(Map<Integer, Kept<T>> kept, int number, Kept<T> newer) {
        if (kept.size() >= ENTRIES_MAX) {
            kept.clear();
        }
        kept.merge(number, newer, (before, after) -> before.since < after.since ? after : before);
    }
}
