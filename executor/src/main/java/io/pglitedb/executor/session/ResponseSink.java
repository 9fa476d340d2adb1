package io.pglitedb.executor.session;

import io.pglitedb.types.error.Report;
import java.util.List;

/// Where a session puts its answers, in the protocol's order. Methods BLOCK while the client reads too slowly (the
/// buffer
/// is bounded), and throw 08006 once it has vanished. Errors are not put here: the session throws.
public interface ResponseSink {
    void rowDescription(List<ResultColumn> columns);

    /// The encoder of rows; the same object for the life of the sink.
    RowEncoder rows();

    /// Hands over the row just ended in [#rows]; may block.
    void rowWritten();

    void commandComplete(String tag);

    void emptyQuery();

    void notice(Report report);

    void parameterStatus(String name, String value);

    void notification(int processId, String channel, String payload);

    /// Asks the client for data; all columns share `format`.
    CopyInput copyIn(ColumnFormat format, int columnCount);

    void copyOut(ColumnFormat format, int columnCount);

    /// One CopyData message: in the text formats, a row with its line end.
    void copyData(byte[] source, int offset, int length);

    void copyDone();
}
