package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.bytes.ByteWriter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes records of RocksDB's WriteBatch, without its header: tag, then key (and value) with varint lengths.
/// Made on the
/// session's thread, joined by the commit thread. Source: RocksDB, db/write_batch.cc and db/dbformat.h.
public final class BatchEncoder implements WriteVisitor {
    private static final int DELETION = 0x0;
    private static final int VALUE = 0x1;
    private static final int RANGE_DELETION = 0xf;

    /// More keys than this are loaded rather than worked with: the cache of single keys only forgets them.
    private static final int CACHED_MAX = 64;

    /// @param value null when the key was deleted
    private record Change(byte[] key, byte[] value) {}

    private final ByteWriter records = new ByteWriter(512);
    private final IntArrayList rowSlots = new IntArrayList();
    private final List<Change> changes = new ArrayList<>();
    private final List<byte[]> dropped = new ArrayList<>(0);
    private final IntArrayList hashesOfOthers = new IntArrayList(0);
    private int count;

    @Override
    public void put(byte[] keys, int keyOffset, int keyLength, byte[] values, int valueOffset, int valueLength) {
        records.putByte(VALUE).putVarInt(keyLength).putBytes(keys, keyOffset, keyLength);
        records.putVarInt(valueLength).putBytes(values, valueOffset, valueLength);
        note(keys, keyOffset);
        if (changes.size() < CACHED_MAX) {
            changes.add(new Change(
                    Arrays.copyOfRange(keys, keyOffset, keyOffset + keyLength),
                    Arrays.copyOfRange(values, valueOffset, valueOffset + valueLength)));
        } else {
            hashesOfOthers.add(RecordCache.hash(keys, keyOffset, keyLength));
        }
    }

    @Override
    public void delete(byte[] keys, int keyOffset, int keyLength) {
        records.putByte(DELETION).putVarInt(keyLength).putBytes(keys, keyOffset, keyLength);
        note(keys, keyOffset);
        if (changes.size() < CACHED_MAX) {
            changes.add(new Change(Arrays.copyOfRange(keys, keyOffset, keyOffset + keyLength), null));
        } else {
            hashesOfOthers.add(RecordCache.hash(keys, keyOffset, keyLength));
        }
    }

    private void note(byte[] keys, int keyOffset) {
        count++;
        if (keys[keyOffset] == StoreKey.ROW) {
            rowSlots.add(RowChanges.slot(StoreKey.number(keys, keyOffset), StoreKey.rowid(keys, keyOffset)));
        } else {
            noteSegments(keys[keyOffset], StoreKey.number(keys, keyOffset));
        }
    }

    private void noteSegments(byte space, int number) {
        if (space == SegmentKey.MANIFEST || space == SegmentKey.DELETE_MARK) {
            rowSlots.add(RowChanges.segmentSlot(space, number));
        }
    }

    /// All keys of a relation, an index, a manifest, or a segment's delete marks.
    public void deleteAll(byte space, int number) {
        noteSegments(space, number);
        byte[] from = StoreKey.start(space, number);
        byte[] to = StoreKey.end(space, number);
        records.putByte(RANGE_DELETION).putVarInt(from.length).putBytes(from);
        records.putVarInt(to.length).putBytes(to);
        dropped.add(from);
        count++;
    }

    /// Commit thread.
    void tell(RecordCache cache, long commit) {
        changes.forEach(change -> cache.changed(change.key, change.value, commit));
        cache.changed(hashesOfOthers, commit);
        dropped.forEach(prefix -> cache.dropped(prefix, commit));
    }

    int count() {
        return count;
    }

    ByteWriter records() {
        return records;
    }

    int[] rowSlots() {
        return rowSlots.toIntArray();
    }
}
