package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.commit.SegmentStorage;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.txn.SegmentKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Past all snapshots, for the commit thread.
record RocksSegmentStorage(RocksEngine engine) implements SegmentStorage {
    @Override
    public Map<Integer, Manifest> manifests() {
        Map<Integer, List<ManifestEntry>> entries = new HashMap<>();
        engine.forEach(
                new byte[] {SegmentKey.MANIFEST},
                new byte[] {SegmentKey.MANIFEST + 1},
                (key, value) -> entries.computeIfAbsent(StoreKey.number(key, 0), _ -> new ArrayList<>())
                        .add(ManifestEntry.of(SegmentKey.firstRowid(key, 0), value, 0, value.length)));
        Map<Integer, Manifest> manifests = new HashMap<>();
        entries.forEach((relation, list) -> manifests.put(relation, new Manifest(list)));
        return manifests;
    }

    @Override
    public byte[] read(byte[] key) {
        return engine.get(key);
    }

    @Override
    public byte[] foldedMarks(int segmentNumber, RoaringBitmap more) {
        RoaringBitmap all = more.clone();
        engine.forEach(
                StoreKey.start(SegmentKey.DELETE_MARK, segmentNumber),
                StoreKey.end(SegmentKey.DELETE_MARK, segmentNumber),
                (key, value) -> SegmentKeys.add(key, 0, key.length, value, 0, value.length, all));
        return SegmentKeys.fold(all);
    }

    @Override
    public long latestSequence() {
        return engine.db().getLatestSequenceNumber();
    }
}
