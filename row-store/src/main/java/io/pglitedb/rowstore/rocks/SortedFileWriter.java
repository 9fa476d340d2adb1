package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.txn.WriteVisitor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.rocksdb.EnvOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/// Writes keys that come in order into table files.
final class SortedFileWriter implements WriteVisitor, AutoCloseable {
    private static final long FILE_BYTES = 256L << 20;
    /// Smaller files are not worth it.
    private static final long FILE_BYTES_MIN = 1 << 20;

    private final Options options;
    private final Supplier<Path> newFile;
    private final long fileBytes;
    private final byte[] prefix = new byte[StoreKey.PREFIX_LENGTH];
    private ByteBuffer key = ByteBuffer.allocateDirect(1 << 10);
    private ByteBuffer value = ByteBuffer.allocateDirect(1 << 13);
    private final EnvOptions environment = new EnvOptions();
    private SstFileWriter writer;
    private long bytes;

    /// For ingestion: a new file every 256 MB or so, and where a relation or index ends, so that a file of fresh
    /// keys overlaps with nothing and needs no compaction.
    SortedFileWriter(Options options, Supplier<Path> newFile) {
        this(options, newFile, FILE_BYTES);
    }

    private SortedFileWriter(Options options, Supplier<Path> newFile, long fileBytes) {
        this.options = options;
        this.newFile = newFile;
        this.fileBytes = fileBytes;
    }

    static SortedFileWriter ofOneFile(Options options, Path file) {
        return new SortedFileWriter(options, () -> file, Long.MAX_VALUE);
    }

    @Override
    public void put(byte[] keys, int keyOffset, int keyLength, byte[] values, int valueOffset, int valueLength) {
        try {
            room(keys, keyOffset, keyLength + valueLength);
            key = filled(key, keys, keyOffset, keyLength);
            value = filled(value, values, valueOffset, valueLength);
            writer.put(key, value);
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public void delete(byte[] keys, int keyOffset, int keyLength) {
        try {
            room(keys, keyOffset, keyLength);
            writer.delete(Arrays.copyOfRange(keys, keyOffset, keyOffset + keyLength));
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    private static ByteBuffer filled(ByteBuffer buffer, byte[] source, int offset, int length) {
        ByteBuffer target = length <= buffer.capacity() ? buffer : ByteBuffer.allocateDirect(2 * length);
        return target.clear().put(source, offset, length).flip();
    }

    private void room(byte[] keys, int keyOffset, int length) throws RocksDBException {
        if (bytes > FILE_BYTES_MIN && (bytes > fileBytes || fileBytes == FILE_BYTES && !hasPrefix(keys, keyOffset))) {
            finish();
        }
        if (writer == null) {
            writer = new SstFileWriter(environment, options);
            writer.open(newFile.get().toString());
            bytes = 0;
        }
        bytes += length;
        System.arraycopy(keys, keyOffset, prefix, 0, prefix.length);
    }

    private boolean hasPrefix(byte[] keys, int offset) {
        return Arrays.equals(keys, offset, offset + prefix.length, prefix, 0, prefix.length);
    }

    void finish() {
        if (writer != null) {
            try {
                writer.finish();
            } catch (RocksDBException failure) {
                throw RocksFailure.of(failure);
            }
            writer.close();
            writer = null;
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        environment.close();
    }
}
