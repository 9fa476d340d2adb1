package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.key.StoreKey;

/// Rows of a segment under the keys that they would be stored under.
final class ColdCursor implements KeyCursor {
    private final int relation;
    private final RowCursor rows;
    private byte[] key;

    ColdCursor(int relation, RowCursor rows) {
        this.relation = relation;
        this.rows = rows;
    }

    @Override
    public boolean next() {
        if (!rows.next()) {
            return false;
        }
        key = StoreKey.row(relation, rows.rowid());
        return true;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public byte[] value() {
        return rows.value();
    }

    @Override
    public int valueOffset() {
        return rows.valueOffset();
    }

    @Override
    public int valueLength() {
        return rows.valueLength();
    }

    @Override
    public void close() {
        rows.close();
    }
}
