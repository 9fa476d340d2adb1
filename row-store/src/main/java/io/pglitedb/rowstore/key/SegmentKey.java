package io.pglitedb.rowstore.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Keys of segments, big-endian as all keys.
/// ```
///   manifest      | 10 | relation int32 | first rowid int64 |
///   delete marks  | 40 | segment int32  |                   |   the marks folded into a bitmap
///                 | 40 | segment int32  | offset int32      |   one mark: rowid - first rowid of the segment's range
/// ```
public final class SegmentKey {
    public static final byte MANIFEST = 0x10;
    public static final byte DELETE_MARK = 0x40;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private SegmentKey() {}

    public static byte[] manifest(int relationNumber, long firstRowid) {
        byte[] key = new byte[StoreKey.PREFIX_LENGTH + Long.BYTES];
        System.arraycopy(StoreKey.start(MANIFEST, relationNumber), 0, key, 0, StoreKey.PREFIX_LENGTH);
        LONG.set(key, StoreKey.PREFIX_LENGTH, firstRowid);
        return key;
    }

    public static byte[] foldedMarks(int segmentNumber) {
        return StoreKey.start(DELETE_MARK, segmentNumber);
    }

    public static byte[] deleteMark(int segmentNumber, int offset) {
        byte[] key = new byte[StoreKey.PREFIX_LENGTH + Integer.BYTES];
        System.arraycopy(foldedMarks(segmentNumber), 0, key, 0, StoreKey.PREFIX_LENGTH);
        INT.set(key, StoreKey.PREFIX_LENGTH, offset);
        return key;
    }

    public static long firstRowid(byte[] key, int offset) {
        return (long) LONG.get(key, offset + StoreKey.PREFIX_LENGTH);
    }

    /// Whether a key of the delete marks' space is that of the bitmap.
    public static boolean isFolded(int keyLength) {
        return keyLength == StoreKey.PREFIX_LENGTH;
    }

    /// Of a single mark.
    public static int markOffset(byte[] key, int offset) {
        return (int) INT.get(key, offset + StoreKey.PREFIX_LENGTH);
    }
}
