package io.pglitedb.executor.backend;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.LoginRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.session.SessionFactory;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// Opens sessions.
public final class Connector implements SessionFactory {
    /// The database whose catalog is asked about roles before the client's own is known to exist.
    private static final int TEMPLATE1 = 1;

    private final Instance instance;

    public Connector(Instance instance) {
        this.instance = instance;
    }

    @Override
    public RoleLogin login(LoginRequest request) {
        return instance.authentication()
                .login(request, instance.catalogs().database(TEMPLATE1).view());
    }

    @Override
    public Session connect(ConnectRequest request, SessionEvents events) {
        RoleDef role = role(instance.catalogs().database(TEMPLATE1).view(), request.user());
        DatabaseCatalog database = instance.catalogs().database(request.database());
        if (database == null) {
            throw PgException.fatal(
                    SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(request.database()));
        }
        CatalogView view = database.view();
        checkOpen(view.database(database.oid()), role, view);
        SessionSettings settings = instance.settings().get();
        try {
            initialize(settings, request, view, role);
        } catch (PgException refused) {
            throw new PgException(refused.report().withSeverity(Severity.FATAL));
        }
        Backend session = new Backend(
                instance,
                request,
                events,
                settings,
                database,
                new Identity.Role(role.oid(), role.name(), role.superuser()));
        instance.registry().admit(session, SessionLimits.of(role, view.database(database.oid()), settings));
        return new BackendSession(session);
    }

    private static RoleDef role(CatalogView view, String name) {
        RoleDef role = view.role(name);
        if (role == null) {
            throw PgException.fatal(
                    SqlState.INVALID_AUTHORIZATION_SPECIFICATION, "role \"%s\" does not exist".formatted(name));
        }
        if (!role.canLogin()) {
            throw PgException.fatal(
                    SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                    "role \"%s\" is not permitted to log in".formatted(name));
        }
        return role;
    }

    private static void checkOpen(DatabaseDef database, RoleDef role, CatalogView catalog) {
        if (!database.allowsConnections()) {
            throw PgException.fatal(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "database \"%s\" is not currently accepting connections".formatted(database.name()));
        }
        if ((new AccessControl(catalog).onDatabase(role.oid(), database) & Privilege.CONNECT.bit()) == 0) {
            throw PgException.fatal(
                            SqlState.INSUFFICIENT_PRIVILEGE,
                            "permission denied for database \"%s\"".formatted(database.name()))
                    .detail("User does not have CONNECT privilege.");
        }
    }

    /// As ALTER ROLE and ALTER DATABASE have it, nearer ones over farther ones, then as the client asks.
    private static void initialize(SessionSettings settings, ConnectRequest request, CatalogView view, RoleDef role) {
        settings.initialize("session_authorization", role.name(), Source.STARTUP);
        settings.initialize("is_superuser", role.superuser() ? "on" : "off", Source.STARTUP);
        initialize(settings, view.settings(0, 0), Source.DATABASE);
        initialize(settings, view.settings(view.databaseOid(), 0), Source.DATABASE);
        initialize(settings, view.settings(0, role.oid()), Source.ROLE);
        initialize(settings, view.settings(view.databaseOid(), role.oid()), Source.ROLE);
        for (Map.Entry<String, String> option : request.options().entrySet()) {
            switch (option.getKey()) {
                case "replication" -> {} // A session like any other.
                case "options" ->
                    StartupOptions.parse(option.getValue())
                            .forEach((name, value) -> settings.initialize(name, value, Source.STARTUP));
                default -> settings.initialize(option.getKey(), option.getValue(), Source.STARTUP);
            }
        }
    }

    private static void initialize(SessionSettings settings, List<String> assignments, Source source) {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            settings.initialize(assignment.substring(0, equals), assignment.substring(equals + 1), source);
        }
    }
}
