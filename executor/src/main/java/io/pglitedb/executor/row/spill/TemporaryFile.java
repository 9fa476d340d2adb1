package io.pglitedb.executor.row.spill;

import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Bytes in a file that is gone when it is closed. Errors: 53100 for a full disk, else as `FileFailure` tells.
public final class TemporaryFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private long size;

    public TemporaryFile(Path directory) {
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

    /// Bytes appended so far.
    public long size() {
        return size;
    }

    public void append(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes, size);
            }
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    /// The bytes from there on, so many unless the file ends before. A new array each time.
    public ByteBuffer read(long from, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // a read may be short
            }
        } catch (IOException e) {
            throw failure("read", e);
        }
        return bytes.flip();
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
