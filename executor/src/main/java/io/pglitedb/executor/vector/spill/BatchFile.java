package io.pglitedb.executor.vector.spill;

import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.vector.Batch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Batches in a temporary file: appended one behind the other, read from the first. The file is gone when it is
/// closed.
/// ```
///   batch = length int32 | BatchCodec
/// ```
public final class BatchFile implements AutoCloseable {
    private final BatchCodec codec;
    private final Path path;
    private final FileChannel channel;
    private long size;

    public BatchFile(BatchCodec codec, Path directory) {
        this.codec = codec;
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

    public long byteCount() {
        return size;
    }

    /// @param batch all of whose rows count
    public void add(Batch batch) {
        ByteBuffer encoded = codec.encode(batch);
        ByteBuffer length =
                ByteBuffer.allocate(Integer.BYTES).putInt(encoded.remaining()).flip();
        try {
            ByteBuffer[] parts = {length, encoded};
            channel.position(size);
            while (encoded.hasRemaining()) {
                size += channel.write(parts);
            }
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    /// Reads from the first batch.
    public Reader reader() {
        return new Reader();
    }

    /// A place in the file.
    public final class Reader {
        private long position;

        /// Null behind the last.
        public Batch next() {
            if (position >= size) {
                return null;
            }
            int length = read(Integer.BYTES).getInt();
            return codec.decode(read(length));
        }

        private ByteBuffer read(int length) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            try {
                while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                    // a read may be short
                }
            } catch (IOException e) {
                throw failure("read", e);
            }
            position += length;
            return bytes.flip();
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
