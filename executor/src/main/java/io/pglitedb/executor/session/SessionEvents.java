package io.pglitedb.executor.session;

/// What reaches a client outside the answer to a statement. Any thread may call; calls do not block.
public interface SessionEvents {
    /// Notifications wait for the session: the protocol calls [Session#deliverNotifications] when it is next idle.
    void notificationsPending();

    /// Ends the connection after the current message, as pg_terminate_backend does (57P01).
    void terminationRequested();
}
