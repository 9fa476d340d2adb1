package io.pglitedb.executor.backend;

/// Who the session is.
public final class Identity {
    private final String login;
    private String session;
    private String current;

    Identity(String login) {
        this.login = login;
        this.session = login;
        this.current = login;
    }

    /// Who connected.
    public String login() {
        return login;
    }

    public String sessionUser() {
        return session;
    }

    /// SET ROLE's, else the session user.
    public String currentUser() {
        return current;
    }

    /// As after connecting.
    public void reset() {
        become(login, login);
    }

    public void become(String sessionUser, String currentUser) {
        session = sessionUser;
        current = currentUser;
    }
}
