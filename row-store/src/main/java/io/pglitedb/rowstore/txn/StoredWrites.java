package io.pglitedb.rowstore.txn;

/// Stored keys as the side that hides others.
record StoredWrites(KeyCursor keys) implements WriteCursor {
    @Override
    public boolean isDelete() {
        return false;
    }

    @Override
    public boolean next() {
        return keys.next();
    }

    @Override
    public byte[] key() {
        return keys.key();
    }

    @Override
    public int keyOffset() {
        return keys.keyOffset();
    }

    @Override
    public int keyLength() {
        return keys.keyLength();
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
