package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.segment.OwnSegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// One transaction's writes on their way through the pipeline, and the thread that waits for them.
public final class CommitRequest {
    private final long transactionId;
    private final BatchEncoder batch;
    private final Files files;
    private final List<OwnSegment> segments;
    private final Set<Integer> changedCatalogs;
    private final Durability durability;
    private final boolean flushes;
    /// Null for a transaction.
    private final SegmentChange change;
    private final Thread waiter = Thread.currentThread();
    private volatile boolean done;
    private RuntimeException failure;

    /// Sorted files to ingest before the batch is applied.
    ///
    /// @param sorted empty for a transaction of usual size
    /// @param touched rows that they write, when anybody may have to know; else null
    /// @param whole whether the batch has but what may stay as garbage; else the files are garbage without it
    public record Files(List<Path> sorted, TouchedRows touched, boolean whole) {
        static final Files NONE = new Files(List.of(), null, false);

        public Files {
            sorted = List.copyOf(sorted);
        }
    }

    /// @param segments that come with it; their manifest keys are among its writes
    /// @param flushes whether the log so far is to be on the disk even without writes
    public CommitRequest(
            long transactionId,
            BatchEncoder batch,
            Files files,
            List<OwnSegment> segments,
            Set<Integer> changedCatalogs,
            Durability durability,
            boolean flushes) {
        this(transactionId, batch, files, segments, changedCatalogs, durability, flushes, null);
    }

    private CommitRequest(
            long transactionId,
            BatchEncoder batch,
            Files files,
            List<OwnSegment> segments,
            Set<Integer> changedCatalogs,
            Durability durability,
            boolean flushes,
            SegmentChange change) {
        this.transactionId = transactionId;
        this.batch = batch;
        this.files = files;
        this.segments = List.copyOf(segments);
        this.changedCatalogs = Set.copyOf(changedCatalogs);
        this.durability = durability;
        this.flushes = flushes;
        this.change = change;
    }

    /// What belongs to no running transaction.
    public static CommitRequest of(BatchEncoder batch) {
        return new CommitRequest(0, batch, Files.NONE, List.of(), Set.of(), Durability.SYNC, false, null);
    }

    /// Its batch is written when its turn comes.
    public static CommitRequest of(SegmentChange change) {
        return new CommitRequest(
                0, new BatchEncoder(), Files.NONE, List.of(), Set.of(), Durability.SYNC, false, change);
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

    Files files() {
        return files;
    }

    boolean hasFiles() {
        return !files.sorted.isEmpty();
    }

    List<OwnSegment> segments() {
        return segments;
    }

    SegmentChange change() {
        return change;
    }

    /// Whether it goes to the log without others beside it.
    boolean isAlone() {
        return hasFiles() || change != null;
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
