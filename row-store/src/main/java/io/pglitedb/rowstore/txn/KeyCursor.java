package io.pglitedb.rowstore.txn;

/// Walks whole keys of the store in one direction. Arrays are reused.
public interface KeyCursor extends AutoCloseable {
    boolean next();

    byte[] key();

    int keyOffset();

    int keyLength();

    byte[] value();

    int valueOffset();

    int valueLength();

    @Override
    void close();
}
