package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.commit.BatchEncoder;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import it.unimi.dsi.fastutil.ints.IntSet;

/// Tells a large transaction's final writes apart: those under numbers that it has created go to files, which
/// nobody reads before the batch with the rest is committed; if that fails they are garbage, no more. Manifest
/// keys are among the rest: they name files, which are garbage only as long as nobody names them.
final class CreatedWrites implements WriteVisitor {
    private final IntSet created;
    private final WriteVisitor files;
    private final BatchEncoder rest;
    private final int restMax;
    private int restCount;

    /// @param restMax of more keys `rest` gets none
    CreatedWrites(IntSet created, WriteVisitor files, BatchEncoder rest, int restMax) {
        this.created = created;
        this.files = files;
        this.rest = rest;
        this.restMax = restMax;
    }

    /// The visitor of the next key.
    private WriteVisitor target(byte[] keys, int keyOffset) {
        if (keys[keyOffset] != SegmentKey.MANIFEST && created.contains(StoreKey.number(keys, keyOffset))) {
            return files;
        }
        restCount++;
        return rest;
    }

    boolean restFits() {
        return restCount <= restMax;
    }

    @Override
    public void put(byte[] keys, int keyOffset, int keyLength, byte[] values, int valueOffset, int valueLength) {
        WriteVisitor target = target(keys, keyOffset);
        if (restFits()) {
            target.put(keys, keyOffset, keyLength, values, valueOffset, valueLength);
        }
    }

    @Override
    public void delete(byte[] keys, int keyOffset, int keyLength) {
        WriteVisitor target = target(keys, keyOffset);
        if (restFits()) {
            target.delete(keys, keyOffset, keyLength);
        }
    }
}
