package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.key.StoreKey;

/// A snapshot as the store itself uses it: by whole keys.
public interface StoreSnapshot extends Snapshot {
    /// Of a row of a segment, the row.
    byte[] get(byte[] key);

    /// Keys in [low, high); those of rows of segments too when both bounds are rows.
    KeyCursor cursor(byte[] low, byte[] high, Direction direction);

    /// Without rows of segments.
    KeyCursor storedCursor(byte[] low, byte[] high, Direction direction);

    @Override
    StoreSnapshot retain();

    @Override
    default RowCursor scanHotRows(int relationNumber, long fromRowid, long toRowid) {
        return new StoreCursor(storedCursor(
                StoreKey.row(relationNumber, fromRowid), StoreKey.row(relationNumber, toRowid), Direction.FORWARD));
    }

    @Override
    default byte[] get(int relationNumber, long rowid) {
        return get(StoreKey.row(relationNumber, rowid));
    }

    @Override
    default byte[] getIndex(int indexNumber, byte[] key) {
        return get(StoreKey.index(indexNumber, key));
    }

    @Override
    default RowCursor scanRows(int relationNumber, long fromRowid, long toRowid, Direction direction) {
        return new StoreCursor(
                cursor(StoreKey.row(relationNumber, fromRowid), StoreKey.row(relationNumber, toRowid), direction));
    }

    @Override
    default IndexCursor scanIndex(int indexNumber, byte[] low, byte[] high, Direction direction) {
        return new StoreCursor(cursor(lowKey(indexNumber, low), highKey(indexNumber, high), direction));
    }

    static byte[] lowKey(int indexNumber, byte[] low) {
        return low == null ? StoreKey.start(StoreKey.INDEX, indexNumber) : StoreKey.index(indexNumber, low);
    }

    static byte[] highKey(int indexNumber, byte[] high) {
        return high == null ? StoreKey.end(StoreKey.INDEX, indexNumber) : StoreKey.index(indexNumber, high);
    }
}
