package io.pglitedb.rowstore.txn;

/// A range without keys.
enum NoKeys implements KeyCursor {
    INSTANCE;

    private static final byte[] NOTHING = {};

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public byte[] key() {
        return NOTHING;
    }

    @Override
    public int keyLength() {
        return 0;
    }

    @Override
    public byte[] value() {
        return NOTHING;
    }

    @Override
    public int valueLength() {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
