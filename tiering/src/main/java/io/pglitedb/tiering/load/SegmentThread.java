package io.pglitedb.tiering.load;

import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.columnstore.descriptor.DescriptorCodec;
import io.pglitedb.columnstore.write.SegmentWriter;
import io.pglitedb.tiering.cold.RowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/// Writes one statement's segments, beside the thread that makes their rows. A failure here is thrown to the
/// maker at its next call.
final class SegmentThread implements AutoCloseable {
    private static final int QUEUED_MAX = 32;

    /// What there is to do, in order: `Begin`, batches, `End`, and so on.
    sealed interface Task permits Begin, RowBatch, End, Stop {}

    record Begin(int segmentNumber) implements Task {}

    enum End implements Task {
        INSTANCE
    }

    enum Stop implements Task {
        INSTANCE
    }

    record Written(int number, long firstRowid, long lastRowid, byte[] descriptor) {}

    private final ColumnStore columns;
    private final RowLayout layout;
    private final long transactionId;
    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(QUEUED_MAX);
    private final List<Written> written = new ArrayList<>();
    private final Thread thread;
    private volatile RuntimeException failure;
    private volatile boolean abandoned;
    // Its own:
    private SegmentWriter writer;
    private int number;
    private long firstRowid;
    private long lastRowid;

    /// @param transactionId of who writes the rows
    SegmentThread(ColumnStore columns, RowLayout layout, long transactionId) {
        this.columns = columns;
        this.layout = layout;
        this.transactionId = transactionId;
        this.thread = Thread.ofPlatform().daemon().name("segment writer").start(this::run);
    }

    /// Waits while too much is to be done.
    void put(Task task) {
        throwFailure();
        boolean interrupted = false;
        while (true) {
            try {
                tasks.put(task);
                break;
            } catch (InterruptedException _) {
                interrupted = true; // Cancellation is asked for elsewhere; the thread always goes on taking.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    /// All segments, in order, once their files are on the disk.
    List<Written> finish() {
        put(Stop.INSTANCE);
        join();
        throwFailure();
        return List.copyOf(written);
    }

    private void join() {
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

    /// After a failure tasks are taken and forgotten, so that nobody waits for ever.
    private void run() {
        try {
            Task task;
            while ((task = take()) != Stop.INSTANCE) {
                if (failure == null && !abandoned) {
                    attempt(task);
                }
            }
        } finally {
            closeWriter();
        }
    }

    private Task take() {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException _) {
                // Nobody interrupts it for a reason.
            }
        }
    }

    private void attempt(Task task) {
        try {
            perform(task);
        } catch (RuntimeException thrown) {
            failure = thrown;
            closeWriter();
        } catch (Error thrown) {
            failure = new IllegalStateException("a segment could not be written", thrown);
            closeWriter();
        }
    }

    private void perform(Task task) {
        switch (task) {
            case Begin(int next) -> {
                number = next;
                firstRowid = -1;
                writer = columns.create(next, layout.schema());
            }
            case RowBatch batch -> append(batch);
            case End _ -> {
                if (writer != null) {
                    end();
                }
            }
            case Stop _ -> throw new IllegalStateException("nothing comes behind the end");
        }
    }

    private void append(RowBatch batch) {
        if (firstRowid < 0) {
            firstRowid = batch.firstRowid;
        }
        int width = layout.columnCount();
        for (int row = 0; row < batch.count; row++) {
            if (abandoned) {
                throw new CancellationException("the rows are not wanted any more");
            }
            Object[] carriers = Arrays.copyOf(batch.rows[row], width + 1);
            carriers[width] = transactionId;
            writer.append(batch.firstRowid + row, carriers);
        }
        lastRowid = batch.firstRowid + batch.count - 1;
    }

    private void end() {
        byte[] descriptor = DescriptorCodec.encode(writer.finish());
        written.add(new Written(number, firstRowid, lastRowid, descriptor));
        closeWriter();
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    /// Ends the thread; a file that is not whole is gone then.
    @Override
    public void close() {
        if (thread.isAlive()) {
            abandoned = true;
            tasks.clear();
            tasks.offer(Stop.INSTANCE);
            join();
        }
    }
}
