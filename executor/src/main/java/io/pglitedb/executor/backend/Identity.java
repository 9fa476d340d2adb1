package io.pglitedb.executor.backend;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
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
    private Role acting; // Null but in a function that runs as its owner.
    private long changes = -1;

    /// @param catalog without the session's search path, which depends on the role
    Identity(Role login, SessionSettings settings, Supplier<CatalogView> catalog) {
        this.login = login;
        this.settings = settings;
        this.catalog = catalog;
        this.session = login;
        this.current = login;
    }

    /// Who connected.
    public Role login() {
        return login;
    }

    public Role sessionUser() {
        refresh();
        return session;
    }

    /// The owner of the function that runs with its owner's rights, else SET ROLE's, else the session user.
    public Role currentUser() {
        if (acting != null) {
            return acting;
        }
        refresh();
        return current;
    }

    /// Does something as another role.
    ///
    /// @param role OID
    public <T> T as(int role, Supplier<T> work) {
        Role before = acting;
        acting = Role.of(catalog.get().role(role));
        try {
            return work.get();
        } finally {
            acting = before;
        }
    }

    private void refresh() {
        if (changes != settings.changes()) {
            String user = settings.show("session_authorization");
            String role = settings.show("role");
            session = user.equals(login.name()) ? login : find(user);
            current = role.equals(NO_ROLE) ? session : find(role);
            changes = settings.changes();
        }
    }

    /// The catalog is another one now: roles may have become superusers, or have ceased to be.
    void catalogChanged(CatalogView now) {
        refresh();
        session = now(session, now);
        current = now(current, now);
    }

    /// The role as it has become; one that was dropped has no rights left.
    private static Role now(Role role, CatalogView view) {
        RoleDef found = view.role(role.oid());
        return found == null ? new Role(role.oid(), role.name(), false) : Role.of(found);
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

    private void refuseInside(String setting) {
        if (acting != null) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "cannot set parameter \"%s\" within security-definer function".formatted(setting));
        }
    }

    /// Whether SET ROLE may name the role: 42704 when there is none, 42501 when the session user is no member.
    void checkRole(String name) {
        refuseInside("role");
        if (!name.equals(NO_ROLE)) {
            Role wanted = find(name);
            Role user = sessionUser();
            if (!user.superuser() && !new RoleGraph(catalog.get()).isMember(user.oid(), wanted.oid())) {
                throw new PgException(
                        SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to set role \"%s\"".formatted(name));
            }
        }
    }

    /// Whether SET SESSION AUTHORIZATION may name the role.
    void checkSessionUser(String name) {
        refuseInside("session_authorization");
        Role wanted = find(name);
        if (!login.superuser() && wanted.oid() != login.oid()) {
            throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to set session authorization");
        }
    }
}
