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
public final class SegmentKeys {
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
        RoaringBitmap offsets = new RoaringBitmap();
        int singles = 0;
        try (keys) {
            while (keys.next()) {
                singles += SegmentKey.isFolded(keys.keyLength()) ? 0 : 1;
                add(
                        keys.key(),
                        keys.keyOffset(),
                        keys.keyLength(),
                        keys.value(),
                        keys.valueOffset(),
                        keys.valueLength(),
                        offsets);
            }
        }
        return offsets.isEmpty() ? DeleteMarks.NONE : new DeleteMarks(offsets, singles);
    }

    /// What one key of the marks' space says.
    public static void add(
            byte[] key,
            int keyOffset,
            int keyLength,
            byte[] value,
            int valueOffset,
            int valueLength,
            RoaringBitmap offsets) {
        if (SegmentKey.isFolded(keyLength)) {
            offsets.or(folded(value, valueOffset, valueLength));
        } else {
            offsets.add(SegmentKey.markOffset(key, keyOffset));
        }
    }

    private static RoaringBitmap folded(byte[] value, int offset, int length) {
        RoaringBitmap offsets = new RoaringBitmap();
        try {
            offsets.deserialize(ByteBuffer.wrap(value, offset, length));
        } catch (IOException | RuntimeException damage) {
            throw new PgException(SqlState.DATA_CORRUPTED, "invalid delete marks of a segment", damage);
        }
        return offsets;
    }

    public static byte[] fold(RoaringBitmap offsets) {
        offsets.runOptimize();
        byte[] value = new byte[offsets.serializedSizeInBytes()];
        offsets.serialize(ByteBuffer.wrap(value));
        return value;
    }
}
