package io.pglitedb.bench.wire;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ExecuteOutcome;
import io.pglitedb.executor.session.PortalDescription;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.ResultColumn;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.StatementDescription;
import io.pglitedb.executor.session.TransactionStatus;
import java.util.List;
import java.util.Map;

/// Answers every statement with one row of one number.
final class NothingSession implements Session {
    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("abalance", 0, 0, 23, 4, -1, ColumnFormat.TEXT));

    @Override
    public Map<String, String> initialParameters() {
        return Map.of("server_version", "15.0", "client_encoding", "UTF8", "standard_conforming_strings", "on");
    }

    @Override
    public void simpleQuery(String sql, ResponseSink sink) {
        sink.rowDescription(COLUMNS);
        row(sink);
    }

    private static void row(ResponseSink sink) {
        sink.rows().begin(1);
        sink.rows().beginValue().putDecimal(42);
        sink.rows().endValue();
        sink.rows().end();
        sink.rowWritten();
        sink.commandComplete("SELECT 1");
    }

    @Override
    public byte[] callFunction(
            int function,
            List<ColumnFormat> argumentFormats,
            byte[][] values,
            ColumnFormat resultFormat,
            ResponseSink sink) {
        return null;
    }

    @Override
    public void parse(String statement, String sql, int[] parameterOids, ResponseSink sink) {}

    @Override
    public StatementDescription describeStatement(String statement) {
        return new StatementDescription(List.of(23), true, COLUMNS);
    }

    @Override
    public PortalDescription describePortal(String portal) {
        return new PortalDescription(true, COLUMNS);
    }

    @Override
    public void bind(
            String portal,
            String statement,
            List<ColumnFormat> parameterFormats,
            byte[][] values,
            List<ColumnFormat> resultFormats,
            ResponseSink sink) {}

    @Override
    public ExecuteOutcome execute(String portal, int maxRows, ResponseSink sink) {
        row(sink);
        return ExecuteOutcome.COMPLETE;
    }

    @Override
    public void closeStatement(String statement) {}

    @Override
    public void closePortal(String portal) {}

    @Override
    public void sync(ResponseSink sink) {}

    @Override
    public void fail() {}

    @Override
    public TransactionStatus transactionStatus() {
        return TransactionStatus.IDLE;
    }

    @Override
    public void deliverNotifications(ResponseSink sink) {}

    @Override
    public void cancel() {}

    @Override
    public void terminate() {}
}
