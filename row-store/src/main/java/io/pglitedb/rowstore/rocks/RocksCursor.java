package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.txn.KeyCursor;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/// An iterator between two bounds, read into two arrays that are reused. Keeps its snapshot open.
final class RocksCursor implements KeyCursor {
    private final RocksSnapshot owner;
    private final Slice lowBound;
    private final Slice highBound;
    private final ReadOptions readOptions;
    private final RocksIterator iterator;
    private final boolean forward;
    private boolean started;
    private boolean closed;
    private byte[] key = new byte[64];
    private byte[] value = new byte[256];
    private int keyLength;
    private int valueLength = -1;

    /// @param owner retained for this cursor
    RocksCursor(RocksDB db, RocksSnapshot owner, Snapshot snapshot, byte[] low, byte[] high, Direction direction) {
        this.owner = owner;
        this.forward = direction == Direction.FORWARD;
        this.lowBound = new Slice(low);
        this.highBound = new Slice(high);
        this.readOptions = new ReadOptions()
                .setSnapshot(snapshot)
                .setIterateLowerBound(lowBound)
                .setIterateUpperBound(highBound);
        this.iterator = db.newIterator(readOptions);
    }

    @Override
    public boolean next() {
        valueLength = -1;
        if (!started) {
            started = true;
            if (forward) {
                iterator.seekToFirst();
            } else {
                iterator.seekToLast();
            }
        } else if (forward) {
            iterator.next();
        } else {
            iterator.prev();
        }
        if (!iterator.isValid()) {
            checkStatus();
            return false;
        }
        keyLength = iterator.key(key, 0, key.length);
        if (keyLength > key.length) {
            key = new byte[Math.max(keyLength, key.length * 2)];
            keyLength = iterator.key(key, 0, key.length);
        }
        return true;
    }

    private void checkStatus() {
        try {
            iterator.status();
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    /// Values are fetched when asked for: counting and index scans often do not.
    private void fetchValue() {
        if (valueLength < 0) {
            valueLength = iterator.value(value, 0, value.length);
            if (valueLength > value.length) {
                value = new byte[Math.max(valueLength, value.length * 2)];
                valueLength = iterator.value(value, 0, value.length);
            }
        }
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public byte[] value() {
        fetchValue();
        return value;
    }

    @Override
    public int valueLength() {
        fetchValue();
        return valueLength;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            iterator.close();
            readOptions.close();
            lowBound.close();
            highBound.close();
            owner.close();
        }
    }
}
