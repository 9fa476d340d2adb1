package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Manifest and delete marks from and to the keys that hold them.
final class SegmentKeys {
    private SegmentKeys() {}

    /// @param keys of the relation's manifest, ascending; closed here
    static Manifest manifest(KeyCursor keys) {
        List<ManifestEntry> entries = new ArrayList<>();
        try (keys) {
            while (keys.next()) {
                long firstRowid = SegmentKey.firstRowid(keys.key(), keys.keyOffset());
                entries.add(ManifestEntry.of(firstRowid, keys.value(), keys.valueOffset(), keys.valueLength()));
            }
        }
        return entries.isEmpty() ? Manifest.EMPTY : new Manifest(entries);
    }

    /// @param keys of the segment's marks, ascending; closed here
    static DeleteMarks deleteMarks(KeyCursor keys) {
        RoaringBitmap positions = new RoaringBitmap();
        try (keys) {
            while (keys.next()) {
                if (SegmentKey.isFolded(keys.keyLength())) {
                    positions.or(folded(keys.value(), keys.valueOffset(), keys.valueLength()));
                } else {
                    positions.add(SegmentKey.position(keys.key(), keys.keyOffset()));
                }
            }
        }
        return positions.isEmpty() ? DeleteMarks.NONE : new DeleteMarks(positions);
    }

    static RoaringBitmap folded(byte[] value, int offset, int length) {
        RoaringBitmap positions = new RoaringBitmap();
        try {
            positions.deserialize(ByteBuffer.wrap(value, offset, length));
        } catch (IOException | RuntimeException damage) {
            throw new PgException(SqlState.DATA_CORRUPTED, "invalid delete marks of a segment", damage);
        }
        return positions;
    }

    static byte[] fold(RoaringBitmap positions) {
        positions.runOptimize();
        byte[] value = new byte[positions.serializedSizeInBytes()];
        positions.serialize(ByteBuffer.wrap(value));
        return value;
    }
}
