package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Writes records of RocksDB's WriteBatch, without its header: tag, then key (and value) with varint lengths.
/// Made on the
/// session's thread, joined by the commit thread. Source: RocksDB, db/write_batch.cc and db/dbformat.h.
public final class BatchEncoder implements WriteVisitor {
    private static final int DELETION = 0x0;
    private static final int VALUE = 0x1;
    private static final int RANGE_DELETION = 0xf;

    /// More keys than this are loaded rather than worked with: the cache of single keys only forgets them.
    private static final int CACHED_MAX = 64;

    interface RowVisitor {
        void row(int relationNumber, long rowid);
    }

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

    void put(byte[] key, byte[] value) {
        put(key, 0, key.length, value, 0, value.length);
    }

    void delete(byte[] key) {
        delete(key, 0, key.length);
    }

    /// A row that stays as it is, though a range delete in the same batch takes it away: no change to anybody.
    void putAgain(byte[] key, byte[] value) {
        records.putByte(VALUE).putVarInt(key.length).putBytes(key, 0, key.length);
        records.putVarInt(value.length).putBytes(value, 0, value.length);
        count++;
    }

    /// Rows with rowids in [from, to) that live on in a segment: no change to anybody.
    void deleteRows(int relationNumber, long fromRowid, long toRowid) {
        deleteRange(StoreKey.row(relationNumber, fromRowid), StoreKey.row(relationNumber, toRowid));
    }

    private void deleteRange(byte[] from, byte[] to) {
        records.putByte(RANGE_DELETION).putVarInt(from.length).putBytes(from);
        records.putVarInt(to.length).putBytes(to);
        count++;
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
        deleteRange(from, StoreKey.end(space, number));
        dropped.add(from);
    }

    /// Commit thread.
    void tell(RecordCache cache, long commit) {
        changes.forEach(change -> cache.changed(change.key, change.value, commit));
        cache.changed(hashesOfOthers, commit);
        dropped.forEach(prefix -> cache.dropped(prefix, commit));
    }

    /// Rows that are put or deleted one by one.
    void forEachRow(RowVisitor visitor) {
        ByteReader in = new ByteReader(records.array(), 0, records.size());
        while (in.remaining() > 0) {
            int tag = in.getByte();
            int keyLength = in.getVarInt();
            int key = in.position();
            if (tag != RANGE_DELETION && records.array()[key] == StoreKey.ROW) {
                visitor.row(StoreKey.number(records.array(), key), StoreKey.rowid(records.array(), key));
            }
            in.skip(keyLength);
            if (tag != DELETION) {
                in.skip(in.getVarInt());
            }
        }
    }

    /// Numbers of which all keys of that space are deleted.
    void forEachDropped(byte space, IntConsumer visitor) {
        for (byte[] prefix : dropped) {
            if (prefix[0] == space) {
                visitor.accept(StoreKey.number(prefix, 0));
            }
        }
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
