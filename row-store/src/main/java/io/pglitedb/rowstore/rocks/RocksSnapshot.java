package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.commit.RecordCache;
import io.pglitedb.rowstore.commit.TransactionIds;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.SegmentReads;
import io.pglitedb.rowstore.txn.KeyCursor;
import io.pglitedb.rowstore.txn.SnapshotSegments;
import io.pglitedb.rowstore.txn.StoreSnapshot;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/// A RocksDB snapshot with the read options that name it, shared and counted. The last `close` releases both.
final class RocksSnapshot implements StoreSnapshot, RecordCache.Source {
    private final RocksDB db;
    private final RecordCache cache;
    private final SnapshotSegments segments;
    private final AtomicInteger live;
    private final Snapshot snapshot;
    private final ReadOptions readOptions;
    private final long commitSequence;
    private final Map<Integer, Long> catalogVersions;
    private final TransactionIds.Running running;
    private final AtomicInteger references = new AtomicInteger(1);

    /// @param live how many snapshots of the store are not released yet
    RocksSnapshot(
            RocksDB db,
            RecordCache cache,
            SnapshotSegments.Shared shared,
            AtomicInteger live,
            long commitSequence,
            Map<Integer, Long> catalogVersions,
            TransactionIds.Running running) {
        this.db = db;
        this.cache = cache;
        this.segments = new SnapshotSegments(this, shared);
        this.live = live;
        this.commitSequence = commitSequence;
        this.catalogVersions = catalogVersions;
        this.running = running;
        this.snapshot = db.getSnapshot();
        this.readOptions = new ReadOptions().setSnapshot(snapshot);
        live.incrementAndGet();
    }

    /// False when the last reference is gone already.
    boolean tryRetain() {
        int count = references.get();
        while (count > 0) {
            if (references.compareAndSet(count, count + 1)) {
                return true;
            }
            count = references.get();
        }
        return false;
    }

    @Override
    public RocksSnapshot retain() {
        if (!tryRetain()) {
            throw new IllegalStateException("the snapshot is closed");
        }
        return this;
    }

    @Override
    public void close() {
        int left = references.decrementAndGet();
        if (left == 0) {
            readOptions.close();
            db.releaseSnapshot(snapshot);
            snapshot.close();
            live.decrementAndGet();
        } else if (left < 0) {
            throw new IllegalStateException("the snapshot was closed more often than retained");
        }
    }

    Map<Integer, Long> catalogVersions() {
        return catalogVersions;
    }

    @Override
    public long commitSequence() {
        return commitSequence;
    }

    @Override
    public long catalogVersion(int databaseNumber) {
        return catalogVersions.getOrDefault(databaseNumber, 0L);
    }

    @Override
    public long oldestRunning() {
        long[] ids = running.running();
        return ids.length == 0 ? running.next() : ids[0];
    }

    @Override
    public long nextTransactionId() {
        return running.next();
    }

    @Override
    public long[] running() {
        return running.running();
    }

    @Override
    public boolean finished(long transactionId) {
        return transactionId < running.next() && Arrays.binarySearch(running.running(), transactionId) < 0;
    }

    @Override
    public byte[] get(byte[] key) {
        return cache.get(key, commitSequence, this);
    }

    @Override
    public SegmentReads segments() {
        return segments;
    }

    /// Past the cache.
    @Override
    public byte[] read(byte[] key) {
        try {
            byte[] stored = db.get(readOptions, key);
            return stored == null && StoreKey.isRow(key) ? segments.find(key) : stored;
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public KeyCursor cursor(byte[] low, byte[] high, Direction direction) {
        KeyCursor tiered = StoreKey.isRow(low) && StoreKey.isRow(high) ? segments.cursor(low, high, direction) : null;
        return tiered != null ? tiered : storedCursor(low, high, direction);
    }

    @Override
    public KeyCursor storedCursor(byte[] low, byte[] high, Direction direction) {
        return new RocksCursor(db, retain(), snapshot, low, high, direction);
    }
}
