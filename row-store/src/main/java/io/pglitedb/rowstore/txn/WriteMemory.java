package io.pglitedb.rowstore.txn;

import java.util.concurrent.atomic.AtomicLong;

/// Memory for uncommitted writes: some for each transaction, and some that those with many writes share.
public final class WriteMemory {
    private final long bytesOfEach;
    private final AtomicLong left;

    public WriteMemory(long bytesOfEach, long bytesShared) {
        this.bytesOfEach = bytesOfEach;
        this.left = new AtomicLong(bytesShared);
    }

    /// What a transaction need not ask for.
    long bytesOfEach() {
        return bytesOfEach;
    }

    /// Takes from what is shared; false when there is not so much left.
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
