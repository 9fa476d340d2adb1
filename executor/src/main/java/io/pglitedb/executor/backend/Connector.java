package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.session.SessionFactory;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// Opens sessions.
public final class Connector implements SessionFactory {
    /// The database whose catalog is asked about roles before the client's own is known to exist.
    private static final int TEMPLATE1 = 1;

    private static final String SCRAM = "SCRAM-SHA-256$";

    private final Instance instance;
    private final boolean trust;

    /// @param trust lets every role in without a password
    public Connector(Instance instance, boolean trust) {
        this.instance = instance;
        this.trust = trust;
    }

    @Override
    public RoleLogin login(String database, String user, String clientAddress) {
        if (trust || clientAddress.isEmpty()) {
            return new RoleLogin.Trust();
        }
        RoleDef role = instance.catalogs().database(TEMPLATE1).view().role(user);
        return role == null
                ? new RoleLogin.Refused()
                : role.password()
                        .filter(secret -> secret.startsWith(SCRAM))
                        .<RoleLogin>map(RoleLogin.Scram::new)
                        .orElseGet(RoleLogin.Refused::new);
    }

    @Override
    public Session connect(ConnectRequest request, SessionEvents events) {
        DatabaseCatalog database = instance.catalogs().database(request.database());
        if (database == null) {
            role(instance.catalogs().database(TEMPLATE1).view(), request.user());
            throw PgException.fatal(
                    SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(request.database()));
        }
        CatalogView view = database.view();
        RoleDef role = role(view, request.user());
        checkOpen(view.database(database.oid()), role);
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
        instance.registry().add(session);
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

    private static void checkOpen(DatabaseDef database, RoleDef role) {
        if (!database.allowsConnections()) {
            throw PgException.fatal(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "database \"%s\" is not currently accepting connections".formatted(database.name()));
        }
        if (database.connectionLimit() == 0 && !role.superuser()) {
            throw PgException.fatal(
                    SqlState.TOO_MANY_CONNECTIONS,
                    "too many connections for database \"%s\"".formatted(database.name()));
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
