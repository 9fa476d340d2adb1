package io.pglitedb.executor.session;

/// Opens sessions for clients.
public interface SessionFactory {
    /// What the user has to prove before [#connect], whether there is such a role or not; throws a FATAL report
    /// when nobody may come in this way.
    RoleLogin login(LoginRequest request);

    /// Opens a session, or throws a FATAL report (unknown database, role not permitted to log in). `events`
    /// outlives the
    /// call; its methods may be called from any thread until [Session#terminate()] has returned.
    Session connect(ConnectRequest request, SessionEvents events);
}
