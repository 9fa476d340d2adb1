package io.pglitedb.rowstore.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes zeros behind the end of RocksDB's newest log, so that a commit writes into blocks that the file has
/// already: its fdatasync then has no new size and no new blocks to put on the disk (107 µs instead of 164, ext4).
/// RocksDB cuts what is left when it closes a log; after a crash [LogTail] does.
///
/// Invariant: RocksDB's position in a log is never behind the file's end, as it writes the bytes in order; so zeros
/// from the file's end on hit nothing, if nobody appends meanwhile. Callers see to that.
final class LogExtension implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogExtension.class);
    private static final int CHUNK_BYTES = 1 << 20;
    /// Bytes appended between two looks.
    private static final int LOOK_BYTES = CHUNK_BYTES / 8;
    /// Beside an append as large as this the file's size costs nothing.
    private static final int LARGE_BYTES = 32 << 10;

    private final Path directory;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK_BYTES);
    private Path log;
    private FileChannel channel;
    private long unseen;
    /// Bytes that the log takes before it grows, at most.
    private long room;

    LogExtension(Path directory) {
        this.directory = directory;
    }

    /// Called after an append of so many bytes.
    void appended(int bytes) {
        room -= bytes;
        unseen += bytes;
        if (unseen < LOOK_BYTES || bytes > LARGE_BYTES) {
            return;
        }
        unseen = 0;
        try {
            extend();
        } catch (IOException | UncheckedIOException failure) { // A full disk, for instance: the log goes on without.
            LOG.debug("cannot extend the log", failure);
        }
    }

    private void extend() throws IOException {
        List<Path> logs = LogTail.logs(directory);
        if (logs.isEmpty()) {
            return;
        }
        if (!logs.getLast().equals(log)) {
            close();
            channel = FileChannel.open(logs.getLast(), StandardOpenOption.WRITE);
            log = logs.getLast();
            room = 0;
        }
        if (room < CHUNK_BYTES / 2) {
            long end = channel.size();
            zeros.clear();
            while (zeros.hasRemaining()) {
                channel.write(zeros, end + zeros.position());
            }
            room = Math.max(room, 0) + CHUNK_BYTES;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
            log = null;
        }
    }
}
