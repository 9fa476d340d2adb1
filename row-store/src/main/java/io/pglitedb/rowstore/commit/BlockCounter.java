package io.pglitedb.rowstore.commit;

import java.util.concurrent.locks.ReentrantLock;

/// A counter that never gives a number twice: it stores the end of a block before it gives the block's first number, so
/// a crash skips the rest of a block. Blocks double with use, so that small relations skip little. Thread-safe.
public final class BlockCounter {
    private static final long BLOCK_MIN = 32;
    private static final long BLOCK_MAX = 1 << 16;

    private final CounterStore store;
    private final String name;
    private final ReentrantLock mutex = new ReentrantLock();
    private long next;
    private long blockEnd;
    private long blockSize = BLOCK_MIN;

    public BlockCounter(CounterStore store, String name, long first) {
        this.store = store;
        this.name = name;
        this.next = store.read(name, first);
        this.blockEnd = next;
    }

    public long take(int count) {
        mutex.lock();
        try {
            if (next + count > blockEnd) {
                long end = next + Math.max(count, blockSize);
                store.write(name, end);
                blockEnd = end;
                blockSize = Math.min(BLOCK_MAX, blockSize * 2);
            }
            long taken = next;
            next += count;
            return taken;
        } finally {
            mutex.unlock();
        }
    }

    public long peek() {
        mutex.lock();
        try {
            return next;
        } finally {
            mutex.unlock();
        }
    }

    /// Gives the rest of the block back; to be called when nobody takes any more.
    public void close() {
        mutex.lock();
        try {
            if (next != blockEnd) {
                store.write(name, next);
                blockEnd = next;
            }
        } finally {
            mutex.unlock();
        }
    }
}
