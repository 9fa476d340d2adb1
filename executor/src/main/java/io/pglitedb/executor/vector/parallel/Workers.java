package io.pglitedb.executor.vector.parallel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/// Threads that work on one query. They are platform threads: a long computation on a virtual one would keep
/// sessions from being served.
public final class Workers {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("query-worker-", 0).factory());

    private final CountDownLatch running;

    /// @param work what each thread does, by its number; must not throw
    public Workers(int threads, IntConsumer work) {
        running = new CountDownLatch(threads);
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            THREADS.execute(() -> {
                try {
                    work.accept(number);
                } finally {
                    running.countDown();
                }
            });
        }
    }

    /// Waits for all to end, whatever happens to the waiting thread.
    public void join() {
        boolean interrupted = false;
        while (true) {
            try {
                running.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
