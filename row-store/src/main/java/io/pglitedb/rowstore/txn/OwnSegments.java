package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.segment.SegmentReads;
import io.pglitedb.rowstore.segment.SegmentWrites;
import io.pglitedb.types.bytes.ByteWriter;
import org.roaringbitmap.RoaringBitmap;

/// A transaction's changes of segments, and what it sees of them.
final class OwnSegments implements SegmentWrites {
    private final StoreTransaction transaction;
    private final TransactionHost host;
    private final OwnWrites writes;
    /// Whether anything was ever written, so that most transactions read straight from the snapshot.
    private boolean manifestsChanged;
    private boolean marksChanged;

    OwnSegments(StoreTransaction transaction, TransactionHost host, OwnWrites writes) {
        this.transaction = transaction;
        this.host = host;
        this.writes = writes;
    }

    @Override
    public void putSegment(int relationNumber, long firstRowid, long lastRowid, int segmentNumber, byte[] descriptor) {
        ManifestEntry entry = new ManifestEntry(firstRowid, lastRowid, segmentNumber, transaction.id(), descriptor);
        put(SegmentKey.manifest(relationNumber, firstRowid), entry.value());
        manifestsChanged = true;
    }

    @Override
    public void removeSegment(int relationNumber, ManifestEntry entry) {
        transaction.id();
        writes.delete(SegmentKey.manifest(relationNumber, entry.firstRowid()), transaction.command());
        transaction.dropAtCommit(SegmentKey.DELETE_MARK, entry.segmentNumber());
        manifestsChanged = true;
    }

    @Override
    public void markDeleted(int segmentNumber, int position) {
        byte[] value = new ByteWriter(Long.BYTES).putLong(transaction.id()).toByteArray();
        put(SegmentKey.deleteMark(segmentNumber, position), value);
        marksChanged = true;
    }

    /// Under a lock, from the newest state: two foldings at once would forget marks.
    @Override
    public void foldDeleteMarks(int segmentNumber) {
        transaction.id();
        LockTag folding = new LockTag.Key(segmentNumber, SegmentKey.DELETE_MARK);
        host.locks().lock(transaction.session(), folding, LockMode.EXCLUSIVE, Scope.TRANSACTION);
        RoaringBitmap all = new RoaringBitmap();
        try (StoreSnapshot newest = host.currentSnapshot();
                KeyCursor keys = newest.cursor(
                        StoreKey.start(SegmentKey.DELETE_MARK, segmentNumber),
                        StoreKey.end(SegmentKey.DELETE_MARK, segmentNumber),
                        Direction.FORWARD)) {
            while (keys.next()) {
                if (SegmentKey.isFolded(keys.keyLength())) {
                    all.or(SegmentKeys.folded(keys.value(), keys.valueOffset(), keys.valueLength()));
                } else {
                    int position = SegmentKey.position(keys.key(), keys.keyOffset());
                    all.add(position);
                    writes.delete(SegmentKey.deleteMark(segmentNumber, position), transaction.command());
                }
            }
        }
        put(SegmentKey.foldedMarks(segmentNumber), SegmentKeys.fold(all));
        marksChanged = true;
    }

    private void put(byte[] key, byte[] value) {
        transaction.id();
        writes.put(key, value, transaction.command());
    }

    SegmentReads at(ReadView view) {
        return manifestsChanged || marksChanged
                ? new Merged(view)
                : view.snapshot().segments();
    }

    private final class Merged implements SegmentReads {
        private final ReadView view;

        Merged(ReadView view) {
            this.view = view;
        }

        @Override
        public Manifest manifest(int relationNumber) {
            return manifestsChanged
                    ? SegmentKeys.manifest(over(stored(relationNumber), SegmentKey.MANIFEST, relationNumber))
                    : view.snapshot().segments().manifest(relationNumber);
        }

        private KeyCursor stored(int relationNumber) {
            return ((StoreSnapshot) view.snapshot())
                    .cursor(
                            StoreKey.start(SegmentKey.MANIFEST, relationNumber),
                            StoreKey.end(SegmentKey.MANIFEST, relationNumber),
                            Direction.FORWARD);
        }

        /// Marks are only ever added, so the transaction's own are a second set.
        @Override
        public DeleteMarks deleteMarks(int segmentNumber) {
            DeleteMarks stored = view.snapshot().segments().deleteMarks(segmentNumber);
            return stored.with(SegmentKeys.deleteMarks(over(NoKeys.INSTANCE, SegmentKey.DELETE_MARK, segmentNumber)));
        }

        @Override
        public boolean isDeleted(int segmentNumber, int position) {
            OwnWrites.Version own = writes.find(SegmentKey.deleteMark(segmentNumber, position), view.command());
            return own != null || view.snapshot().segments().isDeleted(segmentNumber, position);
        }

        private KeyCursor over(KeyCursor below, byte space, int number) {
            return writes.over(
                    below,
                    StoreKey.start(space, number),
                    StoreKey.end(space, number),
                    view.command(),
                    Direction.FORWARD);
        }
    }
}
