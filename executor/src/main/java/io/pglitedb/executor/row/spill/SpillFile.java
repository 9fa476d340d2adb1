package io.pglitedb.executor.row.spill;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Rows in a temporary file: appended one behind the other, read from any place. The file is gone when it is
/// closed.
/// ```
///   row = length int32 | RowSerializer
/// ```
public final class SpillFile implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final RowSerializer serializer;
    private final Path path;
    private final FileChannel channel;
    private final ByteWriter pending = new ByteWriter(BUFFER);
    private long flushed;
    private long rowCount;

    public SpillFile(RowSerializer serializer, Path directory) {
        this.serializer = serializer;
        try {
            Files.createDirectories(directory);
            path = Files.createTempFile(directory, "spill", ".tmp");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failure("create", e);
        }
    }

    private static PgException failure(String action, IOException cause) {
        return FileFailure.of("could not %s temporary file".formatted(action), cause);
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
        return flushed + pending.size();
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
        try {
            ByteBuffer bytes = ByteBuffer.wrap(pending.array(), 0, pending.size());
            while (bytes.hasRemaining()) {
                flushed += channel.write(bytes, flushed);
            }
            pending.clear();
        } catch (IOException e) {
            throw failure("write", e);
        }
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
            if (pending.size() > 0 && position + Integer.BYTES > flushed) {
                flush();
            }
            int head = need(Integer.BYTES);
            int length = new ByteReader(window, head, Integer.BYTES).getInt();
            position += Integer.BYTES;
            if (position + length > flushed) {
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
                int wanted = (int) Math.min(Math.max(length, BUFFER), flushed - position);
                ByteBuffer bytes = ByteBuffer.allocate(wanted);
                try {
                    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                        // a read may be short
                    }
                } catch (IOException e) {
                    throw failure("read", e);
                }
                window = bytes.array();
                windowStart = position;
                windowLength = bytes.position();
            }
            return (int) (position - windowStart);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw failure("close", e);
        }
    }
}
