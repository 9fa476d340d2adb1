package io.pglitedb.rowstore.key;

import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;

/// What an index without INCLUDE columns holds for one row. The value is the rowid; it stands at the end of the
/// key too when the index is not unique or a key column is NULL.
///
/// @param isUnique another row with the same key must be refused
public record IndexEntry(byte[] key, byte[] value, boolean isUnique) {
    public static IndexEntry of(IndexKeyCodec codec, boolean unique, Object[] values, long rowid) {
        ByteWriter key = new ByteWriter();
        boolean hasNull = codec.putColumns(values, key);
        boolean refuses = unique && !hasNull;
        if (!refuses) {
            key.putLong(rowid);
        }
        return new IndexEntry(
                key.toByteArray(), new ByteWriter(Long.BYTES).putLong(rowid).toByteArray(), refuses);
    }

    /// Of the entry a cursor stands on.
    public static long rowid(IndexCursor cursor) {
        return rowid(cursor.value(), cursor.valueOffset());
    }

    /// Of an entry's value.
    public static long rowid(byte[] value, int offset) {
        return new ByteReader(value, offset, Long.BYTES).getLong();
    }
}
