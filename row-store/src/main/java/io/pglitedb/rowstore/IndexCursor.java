package io.pglitedb.rowstore;

/// Walks index entries in key order. Both arrays are reused: valid until the next `next`. The key is the caller's key
/// as given to `putIndex`: without key space and index number.
public interface IndexCursor extends AutoCloseable {
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
