package io.pglitedb.columnstore.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file read by ranges from any thread. Not mapped: a mapped file that is truncated under the process raises
/// faults in places that nobody can guard. An interrupted thread closes its channel (that is Java's way); the
/// file is then opened anew and the interrupt kept for later.
public final class RangeFile implements AutoCloseable {
    private final Path path;
    private final long length;
    private volatile FileChannel channel;
    private boolean closed;

    public RangeFile(Path path) {
        this.path = path;
        this.channel = open();
        this.length = size();
    }

    private FileChannel open() {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException failure) {
            throw FileErrors.io("open", path, failure);
        }
    }

    public Path path() {
        return path;
    }

    private long size() {
        try {
            return channel.size();
        } catch (IOException failure) {
            throw FileErrors.io("read", path, failure);
        }
    }

    /// In bytes, when it was opened.
    public long length() {
        return length;
    }

    /// @param slack zero bytes to leave behind the ones read
    public byte[] read(long offset, int count, int slack) {
        if (offset < 0 || count < 0 || count > length - offset) {
            throw FileErrors.damaged(path, "no %d bytes at %d of %d".formatted(count, offset, length));
        }
        byte[] bytes = new byte[Math.addExact(count, slack)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        boolean interrupted = false;
        while (buffer.hasRemaining()) {
            FileChannel used = channel;
            try {
                if (used.read(buffer, offset + buffer.position()) < 0) {
                    throw FileErrors.damaged(path, "it ends at byte %d of %d".formatted(used.size(), length));
                }
            } catch (ClosedChannelException _) {
                interrupted |= Thread.interrupted();
                replace(used);
            } catch (IOException failure) {
                throw FileErrors.io("read", path, failure);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return bytes;
    }

    private synchronized void replace(FileChannel used) {
        if (closed) {
            throw FileErrors.io("read", path, new IOException("the file is closed"));
        }
        if (channel == used) {
            channel = open();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException failure) {
            throw FileErrors.io("close", path, failure);
        }
    }
}
