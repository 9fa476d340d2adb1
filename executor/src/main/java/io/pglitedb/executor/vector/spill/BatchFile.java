package io.pglitedb.executor.vector.spill;

import io.pglitedb.executor.row.spill.TemporaryFile;
import io.pglitedb.types.vector.Batch;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Batches in a temporary file: appended one behind the other, read from the first. The file is gone when it is
/// closed.
/// ```
///   batch = length int32 | BatchCodec
/// ```
public final class BatchFile implements AutoCloseable {
    private final BatchCodec codec;
    private final TemporaryFile file;

    public BatchFile(BatchCodec codec, Path directory) {
        this.codec = codec;
        this.file = new TemporaryFile(directory);
    }

    public long byteCount() {
        return file.size();
    }

    /// @param batch all of whose rows count
    public void add(Batch batch) {
        ByteBuffer encoded = codec.encode(batch);
        file.append(
                ByteBuffer.allocate(Integer.BYTES).putInt(encoded.remaining()).flip());
        file.append(encoded);
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
            if (position >= file.size()) {
                return null;
            }
            int length = read(Integer.BYTES).getInt();
            return codec.decode(read(length));
        }

        private ByteBuffer read(int length) {
            ByteBuffer bytes = file.read(position, length);
            position += length;
            return bytes;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
