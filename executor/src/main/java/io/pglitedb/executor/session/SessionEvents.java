package io.pglitedb.executor.session;

import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;

/// What reaches a client outside the answer to a statement. Any thread may call; calls do not block.
public interface SessionEvents {
    /// Notifications wait for the session: the protocol calls [Session#deliverNotifications] when it is next
    /// idle.
    void notificationsPending();

    /// Cancels what runs and ends the connection with this FATAL report.
    void terminationRequested(Report reason);

    /// As pg_terminate_backend does (57P01).
    default void terminationRequested() {
        terminationRequested(Report.of(
                Severity.FATAL, SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command"));
    }
}
