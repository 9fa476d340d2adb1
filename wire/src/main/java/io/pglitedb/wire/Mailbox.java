package io.pglitedb.wire;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Events on their way to a connection. First a thread waits for them ([#take], [#poll]); from [#deliverTo] on, a
/// worker is called when some are there, and takes them by [#next] until there are none: one worker at a time.
/// Asks to stop reading from the client when much waits. Once closed it
/// answers [Event.Closed] for ever, before what still waits: nobody is left to read the answers.
final class Mailbox {
    private static final int PAUSE_BYTES = 1 << 20;
    private static final int RESUME_BYTES = 1 << 18;
    /// Counted for each frame besides its body, so that empty messages pause too.
    private static final int FRAME_BYTES = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private final Consumer<Boolean> reading;
    private long waitingBytes;
    private boolean paused;
    private boolean closed;
    private Runnable worker; // Null while a thread waits.
    private boolean working;

    /// `reading` is told, under the mailbox's lock, whether to read from the client.
    Mailbox(Consumer<Boolean> reading) {
        this.reading = reading;
    }

    void put(List<Event> more) {
        Runnable called;
        lock.lock();
        try {
            for (Event event : more) {
                events.add(event);
                waitingBytes += weight(event);
            }
            if (!paused && waitingBytes > PAUSE_BYTES) {
                paused = true;
                reading.accept(false);
            }
            arrived.signal();
            called = callWorker();
        } finally {
            lock.unlock();
        }
        called.run();
    }

    void close() {
        Runnable called;
        lock.lock();
        try {
            closed = true;
            arrived.signal();
            called = callWorker();
        } finally {
            lock.unlock();
        }
        called.run();
    }

    /// The caller is the last that waited. `newWorker` starts one without blocking.
    void deliverTo(Runnable newWorker) {
        Runnable called;
        lock.lock();
        try {
            worker = newWorker;
            called = callWorker();
        } finally {
            lock.unlock();
        }
        called.run();
    }

    private Runnable callWorker() {
        if (worker == null || working || (events.isEmpty() && !closed)) {
            return () -> {};
        }
        working = true;
        return worker;
    }

    /// For the worker: null when there is no event, and the worker's work is done.
    Event next() {
        lock.lock();
        try {
            working = closed || !events.isEmpty();
            return working ? remove() : null;
        } finally {
            lock.unlock();
        }
    }

    /// For the worker: null when there is no event yet; its work goes on.
    Event tryNext() {
        lock.lock();
        try {
            return closed || !events.isEmpty() ? remove() : null;
        } finally {
            lock.unlock();
        }
    }

    /// The worker has ended for good; what comes waits for [#poll].
    void deliverNowhere() {
        lock.lock();
        try {
            worker = null;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next event.
    Event take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && !closed) {
                arrived.await(); // Not a timed wait: a virtual thread's timer costs more than the rest of this method.
            }
            return remove();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next event; null when `timeoutMillis` have passed.
    Event poll(long timeoutMillis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (events.isEmpty() && !closed) {
                if (nanos <= 0) {
                    return null;
                }
                nanos = arrived.awaitNanos(nanos);
            }
            return remove();
        } finally {
            lock.unlock();
        }
    }

    private Event remove() {
        if (closed) {
            return new Event.Closed();
        }
        Event event = events.remove();
        waitingBytes -= weight(event);
        if (paused && waitingBytes < RESUME_BYTES) {
            paused = false;
            reading.accept(true);
        }
        return event;
    }

    private static long weight(Event event) {
        return event instanceof Event.Frame frame ? FRAME_BYTES + frame.body().length : 0;
    }
}
