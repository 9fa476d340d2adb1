package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.txn.KeyCursor;
import io.pglitedb.rowstore.txn.WriteRun;
import io.pglitedb.types.error.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.SstFileReaderIterator;

/// A run in a table file that no database knows of. The file's name goes when the run is closed, the native
/// reader with its last cursor.
final class RunFile implements WriteRun {
    private final Path file;
    private final KeyFilter filter;
    private final long keyCount;
    private final SstFileReader reader;
    private final ReadOptions readOptions = new ReadOptions();
    /// For single keys.
    private final SstFileReaderIterator lookup;

    /// The run itself and its cursors.
    private final AtomicInteger users = new AtomicInteger(1);

    RunFile(Path file, Options options, KeyFilter filter, long keyCount) {
        this.file = file;
        this.filter = filter;
        this.keyCount = keyCount;
        this.reader = new SstFileReader(options);
        try {
            reader.open(file.toString());
        } catch (RocksDBException failure) {
            reader.close();
            readOptions.close();
            throw RocksFailure.of(failure);
        }
        this.lookup = reader.newIterator(readOptions);
    }

    @Override
    public byte[] find(byte[] key) {
        if (!filter.mayContain(key)) {
            return null;
        }
        lookup.seek(key);
        checkStatus(lookup);
        return lookup.isValid() && Arrays.equals(lookup.key(), key) ? lookup.value() : null;
    }

    private static void checkStatus(SstFileReaderIterator iterator) {
        if (!iterator.isValid()) {
            try {
                iterator.status();
            } catch (RocksDBException failure) {
                throw RocksFailure.of(failure);
            }
        }
    }

    @Override
    public KeyCursor cursor(byte[] low, byte[] high, Direction direction) {
        return new Cursor(low, high, direction == Direction.FORWARD);
    }

    @Override
    public long keyCount() {
        return keyCount;
    }

    @Override
    public void close() {
        lookup.close();
        release();
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw FileFailure.of("could not remove file \"%s\"".formatted(file), failure);
        }
    }

    private void release() {
        if (users.decrementAndGet() == 0) {
            readOptions.close();
            reader.close();
        }
    }

    private final class Cursor implements KeyCursor {
        private final SstFileReaderIterator iterator = reader.newIterator(readOptions);
        private final byte[] low;
        private final byte[] high;
        private final boolean forward;
        private boolean started;
        private boolean closed;
        private byte[] key;
        private byte[] value;

        Cursor(byte[] low, byte[] high, boolean forward) {
            this.low = low;
            this.high = high;
            this.forward = forward;
            users.incrementAndGet();
        }

        @Override
        public boolean next() {
            if (!started) {
                started = true;
                start();
            } else if (!iterator.isValid()) {
                return false;
            } else if (forward) {
                iterator.next();
            } else {
                iterator.prev();
            }
            checkStatus(iterator);
            if (!iterator.isValid()) {
                return false;
            }
            key = iterator.key();
            value = null;
            return forward
                    ? high == null || Arrays.compareUnsigned(key, high) < 0
                    : low == null || Arrays.compareUnsigned(key, low) >= 0;
        }

        private void start() {
            if (forward && low == null) {
                iterator.seekToFirst();
            } else if (forward) {
                iterator.seek(low);
            } else if (high == null) {
                iterator.seekToLast();
            } else {
                iterator.seekForPrev(high);
                if (iterator.isValid() && Arrays.equals(iterator.key(), high)) {
                    iterator.prev();
                }
            }
        }

        @Override
        public byte[] key() {
            return key;
        }

        @Override
        public byte[] value() {
            if (value == null) {
                value = iterator.value();
            }
            return value;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                iterator.close();
                release();
            }
        }
    }
}
