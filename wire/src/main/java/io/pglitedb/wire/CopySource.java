package io.pglitedb.wire;

import io.pglitedb.executor.session.CopyInput;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.FrontendMessage;
import io.pglitedb.wire.message.MessageReader;

/// The data of COPY FROM STDIN as it arrives.
record CopySource(Startup.Events events) implements CopyInput {
    @Override
    public boolean read(ByteWriter target) {
        while (true) {
            switch (next()) {
                case Event.Frame(char type, byte[] body) -> {
                    switch (MessageReader.read(type, body)) {
                        case FrontendMessage.CopyData(byte[] bytes) -> {
                            target.putBytes(bytes);
                            return true;
                        }
                        case FrontendMessage.CopyDone _ -> {
                            return false;
                        }
                        case FrontendMessage.CopyFail(String reason) ->
                            throw new PgException(SqlState.QUERY_CANCELED, "COPY from stdin failed: " + reason);
                        // Pipelining clients send these without waiting for the server's answer.
                        case FrontendMessage.Flush _, FrontendMessage.Sync _ -> {}
                        default ->
                            throw PgException.fatal(
                                    SqlState.PROTOCOL_VIOLATION,
                                    "unexpected message type 0x%02X during COPY from stdin".formatted((int) type));
                    }
                }
                case Event.Refused(Report report) -> throw new PgException(report);
                case Event.NotificationsPending _ -> {} // The session delivers them when the transaction is over.
                case Event.TerminationRequested(Report reason) -> throw new PgException(reason);
                case Event.Closed _ -> throw ClientOutput.vanished();
            }
        }
    }

    private Event next() {
        try {
            return events.next();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ClientOutput.vanished();
        }
    }
}
