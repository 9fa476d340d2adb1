package io.pglitedb.executor.backend;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.CopyInput;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.ResultColumn;
import io.pglitedb.executor.session.RowEncoder;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.Report;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// SQL that the server runs for itself, as the first role, without a client: what it answers is thrown away.
public final class ServerScript {
    private static final Identity.Role FIRST_ROLE = new Identity.Role(10, "postgres", true);

    private ServerScript() {}

    /// Runs all statements as one transaction.
    public static void run(String sql, DatabaseCatalog database, Instance instance) {
        run(sql, database, instance, _ -> {});
    }

    /// The same, to be cancelled from another thread.
    ///
    /// @param cancellation gets what does that, before the first statement runs
    public static void run(String sql, DatabaseCatalog database, Instance instance, Consumer<Runnable> cancellation) {
        BackendSession whole = new BackendSession(session(database, instance));
        try {
            cancellation.accept(whole::cancel);
            whole.simpleQuery(sql, new Discarding());
        } finally {
            whole.terminate();
        }
    }

    /// Runs an action in a session with a transaction, which is rolled back then.
    public static void inTransaction(DatabaseCatalog database, Instance instance, Consumer<Backend> action) {
        Backend session = session(database, instance);
        BackendSession whole = new BackendSession(session);
        try {
            session.block().startCommand();
            session.block().startStatement();
            action.accept(session);
        } finally {
            whole.terminate();
        }
    }

    private static Backend session(DatabaseCatalog database, Instance instance) {
        ConnectRequest request =
                new ConnectRequest(database.view().databaseName(), FIRST_ROLE.name(), Map.of(), 0, 0, "");
        SessionSettings settings = instance.settings().get();
        settings.initialize("session_authorization", FIRST_ROLE.name(), SessionSettings.Source.STARTUP);
        return new Backend(instance, request, new NobodyListens(), settings, database, FIRST_ROLE);
    }

    private static final class NobodyListens implements SessionEvents {
        @Override
        public void notificationsPending() {}

        @Override
        public void terminationRequested(Report why) {}
    }

    private static final class Discarding implements ResponseSink {
        private final ByteWriter buffer = new ByteWriter();
        private final RowEncoder rows = new RowEncoder(buffer);

        @Override
        public void rowDescription(List<ResultColumn> columns) {}

        @Override
        public RowEncoder rows() {
            return rows;
        }

        @Override
        public void rowWritten() {
            buffer.clear();
        }

        @Override
        public void commandComplete(String tag) {}

        @Override
        public void emptyQuery() {}

        @Override
        public void notice(Report report) {}

        @Override
        public void parameterStatus(String name, String value) {}

        @Override
        public void notification(int processId, String channel, String payload) {}

        @Override
        public CopyInput copyIn(ColumnFormat format, int columnCount) {
            throw new IllegalStateException("nobody sends data");
        }

        @Override
        public void copyOut(ColumnFormat format, int columnCount) {}

        @Override
        public void copyData(byte[] source, int offset, int length) {}

        @Override
        public void copyDone() {}
    }
}
