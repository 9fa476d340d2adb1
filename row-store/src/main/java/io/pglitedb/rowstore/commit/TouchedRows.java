package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.txn.WriteVisitor;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.function.LongConsumer;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/// The rows that a large transaction writes by files, collected while they are written: bitmaps, a few bits a
/// row.
public final class TouchedRows implements WriteVisitor {
    private final WriteVisitor next;
    private final Int2ObjectMap<Roaring64Bitmap> rows = new Int2ObjectOpenHashMap<>();

    /// @param next gets all writes
    public TouchedRows(WriteVisitor next) {
        this.next = next;
    }

    @Override
    public void put(byte[] keys, int keyOffset, int keyLength, byte[] values, int valueOffset, int valueLength) {
        note(keys, keyOffset);
        next.put(keys, keyOffset, keyLength, values, valueOffset, valueLength);
    }

    @Override
    public void delete(byte[] keys, int keyOffset, int keyLength) {
        note(keys, keyOffset);
        next.delete(keys, keyOffset, keyLength);
    }

    private void note(byte[] keys, int keyOffset) {
        if (keys[keyOffset] == StoreKey.ROW) {
            rows.computeIfAbsent(StoreKey.number(keys, keyOffset), _ -> new Roaring64Bitmap())
                    .addLong(StoreKey.rowid(keys, keyOffset));
        }
    }

    void forEach(int relationNumber, LongConsumer rowids) {
        Roaring64Bitmap found = rows.get(relationNumber);
        if (found != null) {
            found.forEach(rowids::accept);
        }
    }

    Iterable<Integer> relations() {
        return rows.keySet();
    }
}
