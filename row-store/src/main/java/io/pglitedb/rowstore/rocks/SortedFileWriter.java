package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.txn.WriteVisitor;
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

    private final Options options;
    private final Supplier<Path> newFile;
    private final long fileBytes;
    private final EnvOptions environment = new EnvOptions();
    private SstFileWriter writer;
    private long bytes;

    /// For ingestion: a new file every 256 MB or so.
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
            room(keyLength + valueLength);
            writer.put(
                    Arrays.copyOfRange(keys, keyOffset, keyOffset + keyLength),
                    Arrays.copyOfRange(values, valueOffset, valueOffset + valueLength));
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public void delete(byte[] keys, int keyOffset, int keyLength) {
        try {
            room(keyLength);
            writer.delete(Arrays.copyOfRange(keys, keyOffset, keyOffset + keyLength));
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    private void room(int length) throws RocksDBException {
        if (bytes > fileBytes) {
            finish();
        }
        if (writer == null) {
            writer = new SstFileWriter(environment, options);
            writer.open(newFile.get().toString());
            bytes = 0;
        }
        bytes += length;
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
