package io.pglitedb.executor.backend;

/// Who the session is.
public final class Identity {
    /// @param oid of the role
    public record Role(int oid, String name, boolean superuser) {}

    private final Role login;
    private Role session;
    private Role current;

    Identity(Role login) {
        this.login = login;
        this.session = login;
        this.current = login;
    }

    /// Who connected.
    public Role login() {
        return login;
    }

    public Role sessionUser() {
        return session;
    }

    /// SET ROLE's, else the session user.
    public Role currentUser() {
        return current;
    }

    /// As after connecting.
    public void reset() {
        become(login, login);
    }

    public void become(Role sessionUser, Role currentUser) {
        session = sessionUser;
        current = currentUser;
    }
}
