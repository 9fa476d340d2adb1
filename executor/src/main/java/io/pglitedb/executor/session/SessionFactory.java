package io.pglitedb.executor.session;

/// Opens sessions for clients.
public interface SessionFactory {
    /// What `user` has to prove before [#connect]; never throws for an unknown role.
    RoleLogin login(String database, String user, String clientAddress);

    /// Opens a session, or throws a FATAL report (unknown database, role not permitted to log in). `events` outlives
    /// the
    /// call; its methods may be called from any thread until [Session#terminate()] has returned.
    Session connect(ConnectRequest request, SessionEvents events);
}
