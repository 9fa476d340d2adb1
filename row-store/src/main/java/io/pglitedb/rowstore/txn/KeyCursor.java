package io.pglitedb.rowstore.txn;

/// Walks whole keys of the store in one direction. Arrays are reused. A key or value is all of its array unless the
/// cursor says otherwise.
public interface KeyCursor extends AutoCloseable {
    boolean next();

    byte[] key();

    default int keyOffset() {
        return 0;
    }

    default int keyLength() {
        return key().length;
    }

    byte[] value();

    default int valueOffset() {
        return 0;
    }

    default int valueLength() {
        return value().length;
    }

    @Override
    void close();
}
