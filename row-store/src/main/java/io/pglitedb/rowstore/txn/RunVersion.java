package io.pglitedb.rowstore.txn;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;

/// A version of a key in a run. A run keeps all versions of a key together, newest first:
/// ```
///   version = number int64 | command int32 | length int32, -1 for a delete | bytes
/// ```
/// Numbers ascend with time over the whole transaction and are never given twice.
///
/// @param offset of the bytes in the array that was read
record RunVersion(long number, int command, int offset, int length) {
    static final int HEAD_LENGTH = 16;
    private static final int DELETED = -1;

    boolean isDelete() {
        return length == DELETED;
    }

    static void put(ByteWriter out, long number, int command, byte[] value, int offset, int length) {
        out.putLong(number).putInt(command).putInt(length).putBytes(value, offset, length);
    }

    static void putDelete(ByteWriter out, long number, int command) {
        out.putLong(number).putInt(command).putInt(DELETED);
    }

    /// The newest one that a command sees; null when it sees none.
    static RunVersion newest(byte[] versions, int offset, int length, int command, VoidVersions voids) {
        ByteReader in = new ByteReader(versions, offset, length);
        while (in.remaining() > 0) {
            RunVersion version = new RunVersion(in.getLong(), in.getInt(), in.position() + Integer.BYTES, in.getInt());
            if (version.command <= command && !voids.contains(version.number)) {
                return version;
            }
            in.skip(Math.max(version.length, 0));
        }
        return null;
    }
}
