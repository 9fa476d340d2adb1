package io.pglitedb.executor.row.spill;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Rows in a temporary file: appended one behind the other, read from any place. The file is gone when it is
/// closed.
/// ```
///   row = length int32 | RowSerializer
/// ```
public final class SpillFile implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final RowSerializer serializer;
    private final TemporaryFile file;
    private final ByteWriter pending = new ByteWriter(BUFFER);
    private long rowCount;

    public SpillFile(RowSerializer serializer, Path directory) {
        this.serializer = serializer;
        this.file = new TemporaryFile(directory);
    }

    /// Bytes written so far.
    public long byteCount() {
        return end();
    }

    public long rowCount() {
        return rowCount;
    }

    /// Where the next row will stand.
    long end() {
        return file.size() + pending.size();
    }

    public void add(Object[] row) {
        int start = pending.size();
        pending.putInt(0);
        serializer.write(row, pending);
        pending.setInt(start, pending.size() - start - Integer.BYTES);
        rowCount++;
        if (pending.size() >= BUFFER) {
            flush();
        }
    }

    private void flush() {
        file.append(ByteBuffer.wrap(pending.array(), 0, pending.size()));
        pending.clear();
    }

    /// Reads from the first row.
    public Reader reader() {
        return new Reader();
    }

    /// A place in the file.
    public final class Reader {
        private byte[] window = {};
        /// Of the window's first byte in the file.
        private long windowStart;
        private int windowLength;
        private long position;

        void seek(long newPosition) {
            position = newPosition;
        }

        /// The row at this place, null behind the last.
        public Object[] next() {
            if (position >= end()) {
                return null;
            }
            if (pending.size() > 0 && position + Integer.BYTES > file.size()) {
                flush();
            }
            int head = need(Integer.BYTES);
            int length = new ByteReader(window, head, Integer.BYTES).getInt();
            position += Integer.BYTES;
            if (position + length > file.size()) {
                flush();
            }
            int at = need(length);
            position += length;
            return serializer.read(new ByteReader(window, at, length));
        }

        /// Index in the window of the byte at `position`, with so many bytes from there on. Windows are not
        /// reused: values may keep their bytes.
        private int need(int length) {
            if (position < windowStart || position + length > windowStart + windowLength) {
                int wanted = (int) Math.min(Math.max(length, BUFFER), file.size() - position);
                ByteBuffer bytes = file.read(position, wanted);
                window = bytes.array();
                windowStart = position;
                windowLength = bytes.limit();
            }
            return (int) (position - windowStart);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
