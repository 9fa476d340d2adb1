package io.pglitedb.rowstore.txn;

import java.util.Arrays;

/// Byte strings one behind the other in chunks that never move; addressed by (chunk, offset).
final class ByteArena {
    private static final int CHUNK_MIN = 1 << 10;
    private static final int CHUNK_MAX = 1 << 20;

    private byte[][] chunks = new byte[4][];
    private int chunkCount;
    private int used;
    private long bytes;

    /// Makes room for `length` bytes in one chunk; they start at `offset()` of `chunk()`.
    void reserve(int length) {
        if (chunkCount == 0 || chunks[chunkCount - 1].length - used < length) {
            int size = chunkCount == 0 ? CHUNK_MIN : Math.min(CHUNK_MAX, chunks[chunkCount - 1].length * 2);
            if (chunkCount == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length * 2);
            }
            chunks[chunkCount] = new byte[Math.max(Math.min(size, CHUNK_MAX), length)];
            bytes += chunks[chunkCount++].length;
            used = 0;
        }
    }

    /// Of all chunks.
    long bytes() {
        return bytes;
    }

    int chunk() {
        return chunkCount - 1;
    }

    int offset() {
        return used;
    }

    void append(byte[] source, int offset, int length) {
        System.arraycopy(source, offset, chunks[chunkCount - 1], used, length);
        used += length;
    }

    byte[] bytes(int chunk) {
        return chunks[chunk];
    }
}
