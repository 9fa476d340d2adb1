package io.pglitedb.rowstore.rocks;

import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps other processes out of a data directory: the operating system's lock on the file `LOCK`, which also
/// names the process. It vanishes with the process, so a killed one leaves nothing to clean up.
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock acquire(Path directory) {
        Path file = directory.resolve("LOCK");
        FileChannel channel = null;
        boolean locked = false;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw PgException.fatal(SqlState.LOCK_FILE_EXISTS, "lock file \"LOCK\" already exists")
                        .hint("Is another server (PID %s) running in data directory \"%s\"?"
                                .formatted(Files.readString(file).strip(), directory));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            locked = true;
            return new DirectoryLock(channel);
        } catch (IOException failure) {
            throw FileFailure.fatal("could not open lock file \"%s\"".formatted(file), failure)
                    .hint("The user who runs the server must be able to write to the data directory.");
        } finally {
            if (!locked) {
                closeQuietly(channel);
            }
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException _) {
                // Nothing was written: there is nothing to lose.
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
