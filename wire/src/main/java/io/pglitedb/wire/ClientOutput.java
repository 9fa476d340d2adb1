package io.pglitedb.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.CopyInput;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.ResultColumn;
import io.pglitedb.executor.session.RowEncoder;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.MessageWriter;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Gathers a session's answers and sends them in chunks, blocking while the client reads too slowly.
final class ClientOutput implements ResponseSink {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Channel channel;
    private final CopyInput copyInput;
    private final ByteWriter buffer = new ByteWriter(1 << 13);
    private final MessageWriter messages = new MessageWriter(buffer);
    private final RowEncoder rows = new RowEncoder(buffer);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writable = lock.newCondition();

    ClientOutput(Channel channel, CopyInput copyInput) {
        this.channel = channel;
        this.copyInput = copyInput;
    }

    MessageWriter messages() {
        return messages;
    }

    /// Called by the event loop when the channel has become writable or inactive.
    void wake() {
        lock.lock();
        try {
            writable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Sends what is gathered and waits until the channel takes more.
    void flush() {
        send();
        lock.lock();
        try {
            while (channel.isActive() && !channel.isWritable()) {
                writable.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw vanished();
        } finally {
            lock.unlock();
        }
        if (!channel.isActive()) {
            throw vanished();
        }
    }

    /// Sends what is gathered without waiting.
    void send() {
        if (buffer.size() > 0) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(buffer.toByteArray()), channel.voidPromise());
            buffer.clear();
        }
    }

    static PgException vanished() {
        return PgException.fatal(SqlState.CONNECTION_FAILURE, "connection to client lost");
    }

    private void flushIfLarge() {
        if (buffer.size() >= CHUNK_BYTES) {
            flush();
        }
    }

    @Override
    public void rowDescription(List<ResultColumn> columns) {
        messages.rowDescription(columns);
    }

    @Override
    public RowEncoder rows() {
        return rows;
    }

    @Override
    public void rowWritten() {
        flushIfLarge();
    }

    @Override
    public void commandComplete(String tag) {
        messages.commandComplete(tag);
        flushIfLarge();
    }

    @Override
    public void emptyQuery() {
        messages.empty('I');
        flushIfLarge();
    }

    @Override
    public void notice(Report report) {
        messages.report(report);
        flush(); // A client may wait for the notice of a long statement.
    }

    @Override
    public void parameterStatus(String name, String value) {
        messages.parameterStatus(name, value);
    }

    @Override
    public void notification(int processId, String channelName, String payload) {
        messages.notification(processId, channelName, payload);
        flushIfLarge();
    }

    @Override
    public CopyInput copyIn(ColumnFormat format, int columnCount) {
        messages.copyResponse('G', format, columnCount);
        flush();
        return copyInput;
    }

    @Override
    public void copyOut(ColumnFormat format, int columnCount) {
        messages.copyResponse('H', format, columnCount);
    }

    @Override
    public void copyData(byte[] source, int offset, int length) {
        messages.copyData(source, offset, length);
        flushIfLarge();
    }

    @Override
    public void copyDone() {
        messages.empty('c');
    }
}
