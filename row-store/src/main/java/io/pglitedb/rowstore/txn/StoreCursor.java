package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.key.StoreKey;

/// A cursor over one relation or index: hides the prefix of its keys.
final class StoreCursor implements RowCursor, IndexCursor {
    private final KeyCursor keys;

    StoreCursor(KeyCursor keys) {
        this.keys = keys;
    }

    @Override
    public boolean next() {
        return keys.next();
    }

    @Override
    public long rowid() {
        return StoreKey.rowid(keys.key(), keys.keyOffset());
    }

    @Override
    public byte[] key() {
        return keys.key();
    }

    @Override
    public int keyOffset() {
        return keys.keyOffset() + StoreKey.PREFIX_LENGTH;
    }

    @Override
    public int keyLength() {
        return keys.keyLength() - StoreKey.PREFIX_LENGTH;
    }

    @Override
    public byte[] value() {
        return keys.value();
    }

    @Override
    public int valueOffset() {
        return keys.valueOffset();
    }

    @Override
    public int valueLength() {
        return keys.valueLength();
    }

    @Override
    public void close() {
        keys.close();
    }
}
