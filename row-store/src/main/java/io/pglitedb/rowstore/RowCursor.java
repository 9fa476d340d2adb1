package io.pglitedb.rowstore;

/// Walks the rows of a range. The value's array is reused: valid until the next `next`.
/// Use: `while (cursor.next()) …`. Not thread-safe; closing twice is harmless.
public interface RowCursor extends AutoCloseable {
    boolean next();

    long rowid();

    byte[] value();

    int valueOffset();

    int valueLength();

    @Override
    void close();
}
