package io.pglitedb.wire;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.CopyInput;
import io.pglitedb.executor.session.ExecuteOutcome;
import io.pglitedb.executor.session.PortalDescription;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.ResultColumn;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.StatementDescription;
import io.pglitedb.executor.session.TransactionStatus;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// Understands "rows N" (the numbers from 1), "fail", "wait" (for a cancel) and "copy" (answers the bytes it
/// got).
final class FakeSession implements Session {
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch terminated = new CountDownLatch(1);
    private final Semaphore cancels = new Semaphore(0);
    private volatile long rowsWritten;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    /// Returns once no row has been written for so long: the client's buffers are full.
    void blocked(Duration still) throws InterruptedException {
        for (long before = -1; before != rowsWritten; Thread.sleep(still)) {
            before = rowsWritten;
        }
    }

    @Override
    public Map<String, String> initialParameters() {
        return Map.of(
                "server_version", "15.0",
                "client_encoding", "UTF8",
                "DateStyle", "ISO, MDY",
                "integer_datetimes", "on",
                "standard_conforming_strings", "on",
                "TimeZone", "UTC");
    }

    @Override
    public void simpleQuery(String sql, ResponseSink sink) {
        if (sql.startsWith("rows")) {
            sink.rowDescription(columns());
        }
        run(sql, 0, Integer.MAX_VALUE, sink);
    }

    private static List<ResultColumn> columns() {
        return List.of(new ResultColumn("n", 0, 0, 23, 4, -1, ColumnFormat.TEXT));
    }

    private int run(String sql, int from, int maxRows, ResponseSink sink) {
        if (sql.startsWith("rows ")) {
            int count = Integer.parseInt(sql.substring(5));
            int to = (int) Math.min(count, (long) from + maxRows);
            for (int n = from + 1; n <= to; n++) {
                sink.rows().begin(1);
                sink.rows().beginValue().putAscii(Integer.toString(n));
                sink.rows().endValue();
                sink.rows().end();
                sink.rowWritten();
                rowsWritten = n;
            }
            if (to - from == maxRows) {
                return to;
            }
            sink.commandComplete("SELECT " + (to - from));
        } else if (sql.equals("fail")) {
            throw new PgException(SqlState.SYNTAX_ERROR, "it failed").at(3);
        } else if (sql.equals("wait")) {
            waiting.countDown();
            cancels.acquireUninterruptibly();
            throw new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
        } else if (sql.equals("copy")) {
            CopyInput input = sink.copyIn(ColumnFormat.TEXT, 1);
            ByteWriter data = new ByteWriter();
            while (input.read(data)) {}
            sink.commandComplete("COPY " + data.size());
        } else {
            sink.commandComplete("SET");
        }
        return -1;
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
    public void parse(String statement, String sql, int[] parameterOids, ResponseSink sink) {
        statements.put(statement, sql);
    }

    private String statement(String name) {
        if (!statements.containsKey(name)) {
            throw new PgException(
                    SqlState.INVALID_SQL_STATEMENT_NAME, "prepared statement \"" + name + "\" does not exist");
        }
        return statements.get(name);
    }

    private String portal(String name) {
        if (!portals.containsKey(name)) {
            throw new PgException(SqlState.INVALID_CURSOR_NAME, "portal \"" + name + "\" does not exist");
        }
        return portals.get(name);
    }

    @Override
    public StatementDescription describeStatement(String statement) {
        boolean rows = statement(statement).startsWith("rows");
        return new StatementDescription(List.of(), rows, rows ? columns() : List.of());
    }

    @Override
    public PortalDescription describePortal(String portal) {
        boolean rows = portal(portal).startsWith("rows");
        return new PortalDescription(rows, rows ? columns() : List.of());
    }

    @Override
    public void bind(
            String portal,
            String statement,
            List<ColumnFormat> parameterFormats,
            byte[][] values,
            List<ColumnFormat> resultFormats,
            ResponseSink sink) {
        portals.put(portal, statement(statement));
        positions.put(portal, 0);
    }

    @Override
    public ExecuteOutcome execute(String portal, int maxRows, ResponseSink sink) {
        int limit = maxRows == 0 ? Integer.MAX_VALUE : maxRows;
        int next = run(portal(portal), positions.get(portal), limit, sink);
        positions.put(portal, next);
        return next < 0 ? ExecuteOutcome.COMPLETE : ExecuteOutcome.SUSPENDED;
    }

    @Override
    public void closeStatement(String statement) {
        statements.remove(statement);
    }

    @Override
    public void closePortal(String portal) {
        portals.remove(portal);
    }

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
    public void cancel() {
        cancels.release();
    }

    @Override
    public void terminate() {
        terminated.countDown();
    }
}
