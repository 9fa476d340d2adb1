package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.TransactionStatus;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Ends sessions that wait too long for their client: `idle_in_transaction_session_timeout`,
/// `idle_session_timeout`.
final class IdleTimeouts {
    private static final Report IDLE_SESSION = Report.of(
            Severity.FATAL, SqlState.IDLE_SESSION_TIMEOUT, "terminating connection due to idle-session timeout");
    private static final Report IDLE_IN_TRANSACTION = Report.of(
            Severity.FATAL,
            SqlState.IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
            "terminating connection due to idle-in-transaction timeout");

    private final Backend session;
    private Future<?> timer;

    IdleTimeouts(Backend session) {
        this.session = session;
    }

    void start() {
        SettingValues values = session.variables().values();
        boolean idle = session.block().status() == TransactionStatus.IDLE;
        long milliseconds = idle ? values.idleTimeoutMs() : values.idleInTransactionTimeoutMs();
        if (milliseconds > 0) {
            Report reason = idle ? IDLE_SESSION : IDLE_IN_TRANSACTION;
            timer = session.instance()
                    .timers()
                    .schedule(() -> session.events().terminationRequested(reason), milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
