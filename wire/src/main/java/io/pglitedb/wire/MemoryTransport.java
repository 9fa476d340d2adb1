package io.pglitedb.wire;

import io.pglitedb.wire.tls.ServerCertificate;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A client in the same process. Its thread cuts the bytes that it writes into frames; both directions are
/// bounded.
final class MemoryTransport implements Transport {
    private static final int UNREAD_BYTES_MAX = 1 << 20;
    private static final int UNREAD_BYTES_LOW = 1 << 18;

    private final ReentrantLock lock = new ReentrantLock();
    /// To the client's reader: bytes, or the end.
    private final Condition readable = lock.newCondition();
    /// To the client's writer: the server takes bytes again.
    private final Condition taking = lock.newCondition();
    /// To the session: the client has read.
    private final Condition writable = lock.newCondition();

    private final FrameSplitter splitter;
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private int firstAnswerOffset;
    private int unreadBytes;
    private boolean full;
    private boolean paused;
    private boolean woken;
    private volatile boolean open = true;
    private ClientConnection connection;

    MemoryTransport(WireOptions options) {
        this.splitter = new FrameSplitter(options.largestMessageBytes());
    }

    void attach(ClientConnection newConnection) {
        connection = newConnection;
    }

    // ---- the client's side

    /// Blocks while the server takes nothing.
    void clientWrites(byte[] bytes, int offset, int length) throws IOException {
        List<Event> frames = new ArrayList<>();
        lock.lock();
        try {
            while (open && paused) {
                taking.awaitUninterruptibly();
            }
            if (!open && unreadBytes > 0) {
                return; // Why it is closed stands in what is unread.
            }
            if (!open) {
                throw new SocketException("Broken pipe");
            }
            splitter.append(Arrays.copyOfRange(bytes, offset, offset + length));
            splitter.split(frames::add);
        } finally {
            lock.unlock();
        }
        if (!frames.isEmpty()) {
            connection.received(frames);
        }
    }

    /// Bytes read, -1 at the end. `timeoutMillis` 0 waits for ever.
    int clientReads(byte[] target, int offset, int length, int timeoutMillis) throws IOException {
        lock.lock();
        try {
            long nanos = timeoutMillis == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (open && unreadBytes == 0) {
                if (nanos <= 0) {
                    throw new SocketTimeoutException("Read timed out");
                }
                nanos = readable.awaitNanos(nanos);
            }
            return unreadBytes == 0 ? -1 : take(target, offset, length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SocketException("Interrupted while reading");
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] target, int offset, int length) {
        int taken = 0;
        while (taken < length && unreadBytes > 0) {
            byte[] first = answers.peek();
            int count = Math.min(length - taken, first.length - firstAnswerOffset);
            System.arraycopy(first, firstAnswerOffset, target, offset + taken, count);
            taken += count;
            unreadBytes -= count;
            firstAnswerOffset += count;
            if (firstAnswerOffset == first.length) {
                answers.remove();
                firstAnswerOffset = 0;
            }
        }
        if (full && unreadBytes <= UNREAD_BYTES_LOW) {
            full = false;
            writable.signalAll();
        }
        return taken;
    }

    int available() {
        lock.lock();
        try {
            return unreadBytes;
        } finally {
            lock.unlock();
        }
    }

    // ---- the server's side

    @Override
    public String clientAddress() {
        return "";
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void send(byte[] bytes, int length) {
        lock.lock();
        try {
            if (!open) {
                return;
            }
            answers.add(Arrays.copyOf(bytes, length));
            unreadBytes += length;
            full |= unreadBytes > UNREAD_BYTES_MAX;
            readable.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isWritable() {
        lock.lock();
        try {
            return !full;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitWritable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!woken && open && full) {
                writable.await();
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            woken = true;
            writable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void expect(FrameSplitter.Expected next) {
        List<Event> frames = new ArrayList<>();
        lock.lock();
        try {
            splitter.expect(next);
            splitter.split(frames::add);
        } finally {
            lock.unlock();
        }
        connection.received(frames);
    }

    @Override
    public void encrypt(ServerCertificate certificate) {
        throw new IllegalStateException("nobody is between");
    }

    @Override
    public void read(boolean reading) {
        lock.lock();
        try {
            paused = !reading;
            taking.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The client hands over what it writes itself.
    @Override
    public boolean receive(int waitMillis) {
        return false;
    }

    @Override
    public void giveBack() {}

    @Override
    public void abort() {
        close();
    }

    /// The client may still read what was sent.
    @Override
    public void close() {
        lock.lock();
        try {
            if (!open) {
                return;
            }
            open = false;
            splitter.discard();
            readable.signalAll();
            taking.signalAll();
            writable.signalAll();
        } finally {
            lock.unlock();
        }
        connection.vanished();
    }
}
