package io.pglitedb.rowstore.segment;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;

/// One segment of a relation: all rows of a range of rowids, as they were when it was made.
///
/// @param firstRowid begin of the range; the row itself need not exist
/// @param lastRowid end of the range, belongs to it; fewer than 2^31 - 1 behind the begin
/// @param segmentNumber unique in the server
/// @param descriptor as the column store writes it; not to be changed
public record ManifestEntry(long firstRowid, long lastRowid, int segmentNumber, byte[] descriptor) {
    public ManifestEntry {
        if (firstRowid < 0 || lastRowid < firstRowid || lastRowid - firstRowid >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("rowids %d to %d".formatted(firstRowid, lastRowid));
        }
    }

    /// Under which a row's delete mark is kept.
    public int offset(long rowid) {
        return (int) (rowid - firstRowid);
    }

    /// The value kept under the key that names the relation and the first rowid.
    public byte[] value() {
        return new ByteWriter(12 + descriptor.length)
                .putInt(segmentNumber)
                .putLong(lastRowid)
                .putBytes(descriptor)
                .toByteArray();
    }

    public static ManifestEntry of(long firstRowid, byte[] value, int offset, int length) {
        ByteReader in = new ByteReader(value, offset, length);
        int segmentNumber = in.getInt();
        long lastRowid = in.getLong();
        return new ManifestEntry(firstRowid, lastRowid, segmentNumber, in.getBytes(in.remaining()));
    }
}
