package io.pglitedb.rowstore.commit;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/// Gives transaction ids and knows which run. Thread-safe.
public final class TransactionIds {
    /// PostgreSQL's FirstNormalTransactionId is 3.
    public static final long FIRST = 3;

    /// @param running ids in [.., next) not ended, ascending
    public record Running(long next, long[] running) {}

    private final BlockCounter counter;
    private final ReentrantLock mutex = new ReentrantLock();
    private final TreeSet<Long> running = new TreeSet<>();

    public TransactionIds(BlockCounter counter) {
        this.counter = counter;
    }

    public long begin() {
        mutex.lock();
        try {
            long id = counter.take(1);
            running.add(id);
            return id;
        } finally {
            mutex.unlock();
        }
    }

    /// One given by an earlier process that has not ended.
    public void resume(long id) {
        mutex.lock();
        try {
            running.add(id);
        } finally {
            mutex.unlock();
        }
    }

    public void end(long id) {
        mutex.lock();
        try {
            running.remove(id);
        } finally {
            mutex.unlock();
        }
    }

    /// Ends the group's ids and tells what runs then.
    public Running endGroup(List<CommitRequest> group) {
        mutex.lock();
        try {
            for (CommitRequest request : group) {
                running.remove(request.transactionId());
            }
            long[] ids = new long[running.size()];
            int index = 0;
            for (long id : running) {
                ids[index++] = id;
            }
            return new Running(counter.peek(), ids);
        } finally {
            mutex.unlock();
        }
    }

    public long next() {
        return counter.peek();
    }

    public void close() {
        counter.close();
    }
}
