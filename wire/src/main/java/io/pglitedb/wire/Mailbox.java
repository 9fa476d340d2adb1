package io.pglitedb.wire;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Events on their way to a connection's thread. Asks to stop reading from the client when much waits. Once
/// closed it
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

    /// `reading` is told, under the mailbox's lock, whether to read from the client.
    Mailbox(Consumer<Boolean> reading) {
        this.reading = reading;
    }

    void put(List<Event> more) {
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
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
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
            return next();
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
            return next();
        } finally {
            lock.unlock();
        }
    }

    private Event next() {
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
