package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/// Who the session is, by the settings `session_authorization` and `role`, which follow the transaction.
public final class Identity {
    static final String NO_ROLE = "none";

    /// @param oid of the role
    public record Role(int oid, String name, boolean superuser) {
        static Role of(RoleDef role) {
            return new Role(role.oid(), role.name(), role.superuser());
        }
    }

    private final Role login;
    private final SessionSettings settings;
    private final Supplier<CatalogView> catalog;
    private Role session;
    private Role current;
    private long changes = -1;

    /// @param catalog without the session's search path, which depends on the role
    Identity(Role login, SessionSettings settings, Supplier<CatalogView> catalog) {
        this.login = login;
        this.settings = settings;
        this.catalog = catalog;
    }

    /// Who connected.
    public Role login() {
        return login;
    }

    public Role sessionUser() {
        refresh();
        return session;
    }

    /// SET ROLE's, else the session user.
    public Role currentUser() {
        refresh();
        return current;
    }

    private void refresh() {
        if (changes == settings.changes()) {
            return;
        }
        String user = settings.show("session_authorization");
        String role = settings.show("role");
        session = user.equals(login.name()) ? login : find(user);
        current = role.equals(NO_ROLE) ? session : find(role);
        changes = settings.changes();
    }

    private Role find(String name) {
        RoleDef role = catalog.get().role(name);
        if (role == null) {
            throw missing(name);
        }
        return Role.of(role);
    }

    private static PgException missing(String name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "role \"%s\" does not exist".formatted(name));
    }

    /// Whether SET ROLE may name the role: 42704 when there is none, 42501 when the session user is no member.
    void checkRole(String name) {
        if (!name.equals(NO_ROLE)) {
            Role wanted = find(name);
            Role user = sessionUser();
            if (!user.superuser() && !isMember(user.oid(), wanted.oid())) {
                throw new PgException(
                        SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to set role \"%s\"".formatted(name));
            }
        }
    }

    /// Whether SET SESSION AUTHORIZATION may name the role.
    void checkSessionUser(String name) {
        Role wanted = find(name);
        if (!login.superuser() && wanted.oid() != login.oid()) {
            throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to set session authorization");
        }
    }

    /// Directly or through other roles; everybody is a member of himself.
    private boolean isMember(int member, int role) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(member);
        while (!open.isEmpty()) {
            int next = open.poll();
            if (next == role) {
                return true;
            }
            if (seen.add(next)) {
                catalog.get().memberships(next).forEach(membership -> open.add(membership.role()));
            }
        }
        return false;
    }
}
