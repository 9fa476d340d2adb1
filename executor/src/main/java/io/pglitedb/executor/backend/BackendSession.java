package io.pglitedb.executor.backend;

import io.pglitedb.executor.notification.Notification;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ExecuteOutcome;
import io.pglitedb.executor.session.PortalDescription;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.StatementDescription;
import io.pglitedb.executor.session.TransactionStatus;
import io.pglitedb.types.error.PgException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;

/// A client's session: sends each message to who answers it, and puts the transaction right after an error.
final class BackendSession implements Session {
    private final Backend session;
    private final SimpleQuery simple;
    private final ExtendedQuery extended;
    private final IdleTimeouts idleTimeouts;
    private final Map<String, String> initialParameters;
    private boolean terminated;

    BackendSession(Backend session) {
        this.session = session;
        this.simple = new SimpleQuery(session);
        this.extended = new ExtendedQuery(session);
        this.idleTimeouts = new IdleTimeouts(session);
        this.initialParameters = session.variables().initialReport();
    }

    @Override
    public Map<String, String> initialParameters() {
        return initialParameters;
    }

    /// Does the work of one message.
    private <T> T answer(String query, ResponseSink sink, Supplier<T> work) {
        idleTimeouts.stop();
        ScheduledFuture<?> timer = session.busy(sink, query);
        try {
            return work.get();
        } catch (PgException error) {
            session.block().fail();
            throw session.interrupts().explain(error);
        } finally {
            session.idle(timer);
        }
    }

    @Override
    public void simpleQuery(String sql, ResponseSink sink) {
        answer(sql, sink, () -> {
            try {
                simple.run(sql, sink);
            } finally {
                session.variables().report(sink);
            }
            return null;
        });
        atRest(sink);
    }

    @Override
    public byte[] callFunction(
            int function,
            List<ColumnFormat> argumentFormats,
            byte[][] values,
            ColumnFormat resultFormat,
            ResponseSink sink) {
        FunctionCall call = new FunctionCall(function, session);
        byte[] result =
                answer("<FASTPATH> function call", sink, () -> call.run(argumentFormats, values, resultFormat, sink));
        atRest(sink);
        return result;
    }

    private void atRest(ResponseSink sink) {
        if (session.block().status() == TransactionStatus.IDLE) {
            deliverNotifications(sink);
        }
        idleTimeouts.start();
    }

    @Override
    public void parse(String statement, String sql, int[] parameterOids, ResponseSink sink) {
        answer(sql, sink, () -> {
            extended.parse(statement, sql, parameterOids);
            return null;
        });
    }

    @Override
    public StatementDescription describeStatement(String statement) {
        return answer(session.activity().query(), null, () -> extended.describeStatement(statement));
    }

    @Override
    public PortalDescription describePortal(String portal) {
        return answer(session.activity().query(), null, () -> extended.describePortal(portal));
    }

    @Override
    public void bind(
            String portal,
            String statement,
            List<ColumnFormat> parameterFormats,
            byte[][] values,
            List<ColumnFormat> resultFormats,
            ResponseSink sink) {
        answer(extended.textOf(statement), sink, () -> {
            extended.bind(portal, statement, parameterFormats, values, resultFormats);
            return null;
        });
    }

    @Override
    public ExecuteOutcome execute(String portal, int maxRows, ResponseSink sink) {
        return answer(extended.textOfPortal(portal), sink, () -> extended.execute(portal, maxRows, sink));
    }

    @Override
    public void closeStatement(String statement) {
        session.statements().remove(statement);
    }

    @Override
    public void closePortal(String portal) {
        session.portals().close(portal);
    }

    @Override
    public void sync(ResponseSink sink) {
        answer(session.activity().query(), sink, () -> {
            try {
                session.block().finishCommand();
            } finally {
                session.variables().report(sink);
            }
            return null;
        });
        atRest(sink);
    }

    @Override
    public void fail() {
        session.block().fail();
    }

    @Override
    public TransactionStatus transactionStatus() {
        return session.block().status();
    }

    @Override
    public void deliverNotifications(ResponseSink sink) {
        for (Notification notification : session.notifications().take()) {
            sink.notification(notification.processId(), notification.channel(), notification.payload());
        }
    }

    @Override
    public void cancel() {
        session.interrupts().interrupt(Interrupts.Reason.CANCEL);
    }

    @Override
    public void terminate() {
        if (terminated) {
            return;
        }
        terminated = true;
        idleTimeouts.stop();
        session.terminate();
    }
}
