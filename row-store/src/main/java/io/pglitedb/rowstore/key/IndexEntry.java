package io.pglitedb.rowstore.key;

import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;

/// What an index without INCLUDE columns holds for one row. The rowid stands at the end of the key when the index
/// is
/// not unique or a key column is NULL, and then the value is empty; otherwise it is the value.
public record IndexEntry(byte[] key, byte[] value) {
    private static final byte[] NOTHING = {};

    public static IndexEntry of(IndexKeyCodec codec, boolean unique, Object[] values, long rowid) {
        ByteWriter key = new ByteWriter();
        if (codec.putColumns(values, key) || !unique) {
            return new IndexEntry(key.putLong(rowid).toByteArray(), NOTHING);
        }
        return new IndexEntry(
                key.toByteArray(), new ByteWriter(Long.BYTES).putLong(rowid).toByteArray());
    }

    /// True when another row with the same key must be refused.
    public boolean isUnique() {
        return value.length > 0;
    }

    /// Of the entry a cursor stands on.
    public static long rowid(IndexCursor cursor) {
        return cursor.valueLength() > 0
                ? rowid(cursor.value(), cursor.valueOffset())
                : IndexKeyCodec.rowidAtEnd(cursor.key(), cursor.keyOffset(), cursor.keyLength());
    }

    /// Of the value of a unique entry.
    public static long rowid(byte[] value, int offset) {
        return new ByteReader(value, offset, Long.BYTES).getLong();
    }
}
