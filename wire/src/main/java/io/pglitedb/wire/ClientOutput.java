package io.pglitedb.wire;

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

/// Gathers a session's answers and sends them in chunks, blocking while the client reads too slowly.
final class ClientOutput implements ResponseSink {
    private static final int CHUNK_BYTES = 1 << 16;
    /// Kept by a session that has nothing to do.
    private static final int RESTING_BYTES = 1 << 13;

    private final Transport transport;
    private final CopyInput copyInput;
    private final ByteWriter buffer = new ByteWriter(RESTING_BYTES);
    private final MessageWriter messages = new MessageWriter(buffer);
    private final RowEncoder rows = new RowEncoder(buffer);
    private volatile boolean canceled;

    ClientOutput(Transport transport, CopyInput copyInput) {
        this.transport = transport;
        this.copyInput = copyInput;
    }

    MessageWriter messages() {
        return messages;
    }

    /// A statement begins: only a cancel from here on is meant for it.
    void statementBegins() {
        canceled = false;
    }

    /// Frees a statement that waits for its client to read. Any thread may call.
    void cancel() {
        canceled = true;
        transport.wake();
    }

    /// Sends what is gathered and waits until the client has read enough to take more.
    void flush() {
        send();
        awaitWritable(false);
    }

    /// Sends what is gathered without waiting.
    void send() {
        if (buffer.size() > 0) {
            transport.send(buffer.array(), buffer.size());
            buffer.clear(2 * CHUNK_BYTES); // A very long row leaves no very long buffer.
        }
    }

    /// Like [#flush], before the session waits for its client.
    void rest() {
        flush();
        buffer.clear(RESTING_BYTES);
    }

    /// Throws 57014 when `cancelable` and canceled: a client that reads slowly does not hold a statement for
    /// ever.
    private void awaitWritable(boolean cancelable) {
        while (transport.isOpen() && !transport.isWritable()) {
            if (cancelable && canceled) {
                throw new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
            }
            try {
                transport.awaitWritable();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw vanished();
            }
        }
        if (!transport.isOpen()) {
            throw vanished();
        }
    }

    static PgException vanished() {
        return PgException.fatal(SqlState.CONNECTION_FAILURE, "connection to client lost");
    }

    private void flushIfLarge() {
        if (buffer.size() >= CHUNK_BYTES) {
            send();
            awaitWritable(true);
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
