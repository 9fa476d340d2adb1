package io.pglitedb.rowstore.segment;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;

/// One segment of a relation.
///
/// @param firstRowid of its first row
/// @param lastRowid of its last row
/// @param segmentNumber unique in the server
/// @param transactionId that put it there: stands for the writer of all its rows
/// @param descriptor as the column store writes it; not to be changed
public record ManifestEntry(long firstRowid, long lastRowid, int segmentNumber, long transactionId, byte[] descriptor) {
    public ManifestEntry {
        if (firstRowid < 0 || lastRowid < firstRowid) {
            throw new IllegalArgumentException("rowids %d to %d".formatted(firstRowid, lastRowid));
        }
    }

    /// The value kept under the key that names the relation and the first rowid.
    public byte[] value() {
        return new ByteWriter(20 + descriptor.length)
                .putLong(transactionId)
                .putInt(segmentNumber)
                .putLong(lastRowid)
                .putBytes(descriptor)
                .toByteArray();
    }

    public static ManifestEntry of(long firstRowid, byte[] value, int offset, int length) {
        ByteReader in = new ByteReader(value, offset, length);
        long transactionId = in.getLong();
        int segmentNumber = in.getInt();
        long lastRowid = in.getLong();
        return new ManifestEntry(firstRowid, lastRowid, segmentNumber, transactionId, in.getBytes(in.remaining()));
    }
}
