package io.pglitedb.rowstore.commit;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that commits: takes every waiting request, writes them as one batch with one fsync, has the new
/// state published and wakes the group. What the log refuses fails its group only: the log knows when it can take
/// writes again (RocksDB clears a full disk's error by itself once there is room). A failure behind the log fails
/// every later commit too, until the store is opened again.
public final class CommitPipeline implements AutoCloseable {
    /// Makes a group visible: called on the commit thread after its writes are in the log.
    public interface Publisher {
        void publish(List<CommitRequest> group, long commitSequence);
    }

    private static final Logger LOG = LoggerFactory.getLogger(CommitPipeline.class);
    private static final int GROUP_MAX = 1024;
    /// Sequence number (set by RocksDB) and record count, both little-endian.
    private static final int BATCH_HEADER_LENGTH = 12;

    private final CommitLog log;
    private final RowChanges rowChanges;
    private final RecordCache cache;
    private final SegmentLedger segments;
    private final Publisher publisher;
    private final long asyncFlushNanos;
    private final ConcurrentLinkedQueue<CommitRequest> queue = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final ByteWriter joined = new ByteWriter(1 << 16);
    private volatile boolean idle;
    private volatile boolean closing;
    private RuntimeException broken;
    private long commitSequence;
    private boolean unsynced;
    private long unsyncedSince;

    public CommitPipeline(
            CommitLog log,
            RowChanges rowChanges,
            RecordCache cache,
            SegmentLedger segments,
            Publisher publisher,
            int asyncFlushMs,
            long firstSequence) {
        this.log = log;
        this.rowChanges = rowChanges;
        this.cache = cache;
        this.segments = segments;
        this.publisher = publisher;
        this.asyncFlushNanos = TimeUnit.MILLISECONDS.toNanos(asyncFlushMs);
        this.commitSequence = firstSequence;
        this.thread = Thread.ofPlatform().name("commit").start(this::run);
    }

    /// Returns when the writes are visible, and durable if asked for.
    public void commit(CommitRequest request) {
        if (closing) {
            throw new PgException(SqlState.ADMIN_SHUTDOWN, "the database system is shutting down");
        }
        queue.add(request);
        if (idle) {
            LockSupport.unpark(thread);
        }
        request.await();
    }

    private void run() {
        List<CommitRequest> group = new ArrayList<>();
        while (true) {
            takeGroup(group);
            if (!group.isEmpty()) {
                commitGroup(group);
                group.clear();
                flushIfDue();
            } else if (closing) {
                return;
            } else {
                flushIfDue();
                sleep();
            }
        }
    }

    /// A request with files to ingest, or one that changes segments, makes a group of its own.
    private void takeGroup(List<CommitRequest> group) {
        while (group.size() < GROUP_MAX) {
            CommitRequest next = queue.peek();
            if (next == null || (next.isAlone() && !group.isEmpty())) {
                return;
            }
            group.add(queue.poll());
            if (next.isAlone()) {
                return;
            }
        }
    }

    private void sleep() {
        idle = true;
        if (queue.isEmpty() && !closing) {
            if (unsynced) {
                LockSupport.parkNanos(this, Math.max(1, unsyncedSince + asyncFlushNanos - System.nanoTime()));
            } else {
                LockSupport.park(this);
            }
        }
        idle = false;
    }

    private void flushIfDue() {
        if (unsynced && System.nanoTime() - unsyncedSince >= asyncFlushNanos) {
            try {
                log.sync();
                unsynced = false;
            } catch (RuntimeException failure) {
                LOG.error("could not make commits durable; trying again", failure);
                unsyncedSince = System.nanoTime();
            }
        }
    }

    private void commitGroup(List<CommitRequest> group) {
        RuntimeException failure = broken;
        if (failure == null) {
            try {
                write(group);
            } catch (RuntimeException refused) {
                failure = refused;
                segments.forget();
            }
        }
        if (failure == null) {
            try {
                commitSequence++;
                noteChanges(group);
                publisher.publish(group, commitSequence);
            } catch (RuntimeException error) {
                broken = error;
                failure = error;
            }
        }
        for (CommitRequest request : group) {
            request.finish(failure == null ? null : notCommitted(failure));
        }
    }

    /// An exception for each waiter: reports are completed on their way to the client.
    private PgException notCommitted(RuntimeException failure) {
        boolean goesOn = broken == null
                && failure instanceof PgException reported
                && (reported.state() == SqlState.DISK_FULL || reported.state() == SqlState.DATA_CORRUPTED);
        PgException error = goesOn
                ? new PgException(((PgException) failure).report())
                : new PgException(Report.of(
                        Severity.PANIC, SqlState.IO_ERROR, "could not write to the log: " + failure.getMessage()));
        error.initCause(failure);
        return error;
    }

    private void write(List<CommitRequest> group) {
        joined.clear();
        joined.putLong(0).putInt(0);
        int count = 0;
        boolean sync = false;
        for (CommitRequest request : group) {
            segments.add(request.segments());
            if (request.hasFiles()) {
                ingest(request);
            }
            if (request.change() != null) {
                segments.encode(request.change(), request.batch());
            }
            count += request.batch().count();
            sync |= request.sync();
            joined.putBytes(
                    request.batch().records().array(),
                    0,
                    request.batch().records().size());
            if (request.change() == null) {
                count += segments.appendMarks(request.batch(), joined);
            }
        }
        if (count == 0) {
            if (group.stream().anyMatch(CommitRequest::flushes)) {
                log.sync();
                unsynced = false;
            }
            return;
        }
        joined.setInt(BATCH_HEADER_LENGTH - Integer.BYTES, Integer.reverseBytes(count));
        append(group, sync);
        if (sync) {
            unsynced = false;
        } else if (!unsynced) {
            unsynced = true;
            unsyncedSince = System.nanoTime();
        }
    }

    /// Delete marks for rows in the files go with them.
    private void ingest(CommitRequest request) {
        List<Path> files = request.files().sorted();
        TouchedRows touched = request.files().touched();
        List<Path> marks = segments.hasSegments() && touched != null
                ? log.writeSorted(file -> segments.putMarks(touched, file))
                : List.of();
        if (!marks.isEmpty()) {
            files = Stream.concat(files.stream(), marks.stream()).toList();
        }
        log.ingest(files);
    }

    private void append(List<CommitRequest> group, boolean sync) {
        try {
            log.append(joined.toByteArray(), sync);
        } catch (RuntimeException failure) {
            CommitRequest first = group.getFirst();
            if (!first.hasFiles() || !first.files().whole()) {
                throw failure;
            }
            LOG.warn("rows of dropped relations stay as garbage", failure); // The files are committed: no way back.
        }
    }

    private void noteChanges(List<CommitRequest> group) {
        for (CommitRequest request : group) {
            if (request.hasFiles() || !request.segments().isEmpty()) {
                rowChanges.allChanged(commitSequence);
                cache.allChanged(commitSequence);
            }
            note(request.batch());
        }
        segments.marked().forEach(this::note);
        segments.written(group);
    }

    private void note(BatchEncoder batch) {
        batch.tell(cache, commitSequence);
        for (int slot : batch.rowSlots()) {
            rowChanges.changed(slot, commitSequence);
        }
    }

    /// Commits what waits, then ends the thread.
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
