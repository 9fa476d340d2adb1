package io.pglitedb.executor.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A thread of low priority that takes a turn after each nap until it is closed.
final class PeriodicThread implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    PeriodicThread(String name, long napSeconds, Runnable turn) {
        this.thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(() -> run(napSeconds, turn));
    }

    void start() {
        thread.start();
    }

    private void run(long napSeconds, Runnable turn) {
        try {
            while (!closed.await(napSeconds, TimeUnit.SECONDS)) {
                turn.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// Within a turn: false when it is to end meanwhile.
    boolean rest(long nanos) {
        try {
            return !closed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Begins no further turn.
    void end() {
        closed.countDown();
    }

    /// Waits for the turn at hand.
    @Override
    public void close() {
        end();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
