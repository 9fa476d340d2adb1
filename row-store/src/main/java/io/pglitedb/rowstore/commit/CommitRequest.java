package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.Durability;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// One transaction's writes on their way through the pipeline, and the thread that waits for them.
public final class CommitRequest {
    private final long transactionId;
    private final BatchEncoder batch;
    private final List<Path> sortedFiles;
    private final Set<Integer> changedCatalogs;
    private final Durability durability;
    private final boolean flushes;
    /// Null when all of its writes are in the batch.
    private final TouchedRows touched;
    /// Null for a transaction.
    private final SegmentChange change;
    private final Thread waiter = Thread.currentThread();
    private volatile boolean done;
    private RuntimeException failure;

    /// @param sortedFiles files to ingest before the batch is applied; empty for a transaction of usual size
    /// @param touched rows that the files write; null without files
    /// @param flushes whether the log so far is to be on the disk even without writes
    public CommitRequest(
            long transactionId,
            BatchEncoder batch,
            List<Path> sortedFiles,
            Set<Integer> changedCatalogs,
            Durability durability,
            boolean flushes,
            TouchedRows touched) {
        this(transactionId, batch, sortedFiles, changedCatalogs, durability, flushes, touched, null);
    }

    private CommitRequest(
            long transactionId,
            BatchEncoder batch,
            List<Path> sortedFiles,
            Set<Integer> changedCatalogs,
            Durability durability,
            boolean flushes,
            TouchedRows touched,
            SegmentChange change) {
        this.transactionId = transactionId;
        this.batch = batch;
        this.sortedFiles = List.copyOf(sortedFiles);
        this.changedCatalogs = Set.copyOf(changedCatalogs);
        this.durability = durability;
        this.flushes = flushes;
        this.touched = touched;
        this.change = change;
    }

    /// Its batch is written when its turn comes.
    public static CommitRequest of(SegmentChange change) {
        return new CommitRequest(0, new BatchEncoder(), List.of(), Set.of(), Durability.SYNC, false, null, change);
    }

    public long transactionId() {
        return transactionId;
    }

    public Set<Integer> changedCatalogs() {
        return changedCatalogs;
    }

    BatchEncoder batch() {
        return batch;
    }

    List<Path> sortedFiles() {
        return sortedFiles;
    }

    TouchedRows touched() {
        return touched;
    }

    SegmentChange change() {
        return change;
    }

    /// Whether it goes to the log without others beside it.
    boolean isAlone() {
        return !sortedFiles.isEmpty() || change != null;
    }

    boolean sync() {
        return durability == Durability.SYNC;
    }

    /// Whether there is something to make durable beside its writes.
    boolean flushes() {
        return flushes && sync();
    }

    void finish(RuntimeException error) {
        failure = error;
        done = true;
        LockSupport.unpark(waiter);
    }

    /// Not interruptible: once handed over, a commit happens or fails as a whole.
    void await() {
        boolean interrupted = false;
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
