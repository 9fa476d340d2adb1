package io.pglitedb.executor.vector.parallel;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.scan.RowRange;
import io.pglitedb.types.vector.Batch;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Batches of a pipeline that several threads run, in the order of the ranges that they read.
public final class Exchange implements VectorOperator {
    /// Batches of a range that wait for it to be the first.
    private static final int BATCHES_MAX = 6;
    /// Ranges begun before the first one is given, for each thread.
    private static final int RANGES_AHEAD = 2;
    private static final long CHECK_MS = 20;

    private final ParallelPipeline pipeline;
    private final Run run;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// Null while one thread runs the pipeline.
    private Workers workers;
    private List<RowRange> ranges = List.of();
    /// One a range.
    private Part[] parts;
    private int threads;
    /// The next range for a thread to take.
    private int taken;
    /// The range whose batches are given.
    private int given;
    private boolean stopped;

    /// What has come of a range.
    private static final class Part {
        private final Queue<Batch> batches = new ArrayDeque<>();
        private boolean ended;
        private Throwable failure;
    }

    public Exchange(ParallelPipeline pipeline, Run run) {
        this.pipeline = pipeline;
        this.run = run;
    }

    @Override
    public void open() {
        ranges = pipeline.begin();
        if (ranges.isEmpty()) {
            pipeline.serial().open();
            return;
        }
        parts = new Part[ranges.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part();
        }
        taken = 0;
        given = 0;
        stopped = false;
        threads = pipeline.threads(ranges);
        for (int thread = 0; thread < threads; thread++) {
            pipeline.copy(thread);
        }
        workers = new Workers(threads, this::work);
    }

    private void work(int thread) {
        Pipeline copy = pipeline.copy(thread);
        for (int range = take(); range >= 0; range = take()) {
            Throwable failure = null;
            try {
                copy.open(ranges.get(range));
                Batch batch;
                while ((batch = copy.top().next()) != null && put(range, batch)) {}
            } catch (Throwable e) {
                failure = e;
            }
            try {
                copy.top().close();
            } catch (Throwable e) {
                failure = failure == null ? e : failure;
            }
            end(range, failure);
        }
    }

    /// The number of a range to read, -1 when there is none any more.
    private int take() {
        lock.lock();
        try {
            while (!stopped && taken < parts.length && taken - given > RANGES_AHEAD * threads) {
                changed.awaitUninterruptibly();
            }
            return stopped || taken == parts.length ? -1 : taken++;
        } finally {
            lock.unlock();
        }
    }

    /// False when nobody wants batches any more.
    private boolean put(int range, Batch batch) {
        lock.lock();
        try {
            Part part = parts[range];
            while (!stopped && part.batches.size() == BATCHES_MAX) {
                changed.awaitUninterruptibly();
            }
            part.batches.add(batch);
            changed.signalAll();
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private void end(int range, Throwable failure) {
        lock.lock();
        try {
            parts[range].ended = true;
            parts[range].failure = failure;
            if (failure != null) {
                taken = parts.length;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Batch next() {
        if (workers == null) {
            return pipeline.serial().next();
        }
        lock.lock();
        try {
            while (given < parts.length) {
                Part part = parts[given];
                Batch batch = part.batches.poll();
                if (batch != null) {
                    changed.signalAll();
                    return batch;
                }
                if (part.failure != null) {
                    throw Failures.rethrown(part.failure);
                }
                if (part.ended) {
                    parts[given++] = null;
                    changed.signalAll();
                    continue;
                }
                await();
                run.checkCancellation();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        try {
            changed.await(CHECK_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.checkCancellation();
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            lock.lock();
            try {
                stopped = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            workers.join();
            workers = null;
            parts = null;
        }
        pipeline.close();
    }
}
