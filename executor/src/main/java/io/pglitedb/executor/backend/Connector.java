package io.pglitedb.executor.backend;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.session.SessionFactory;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Severity;
import java.util.Map;

/// Opens sessions.
public final class Connector implements SessionFactory {
    private final Instance instance;

    public Connector(Instance instance) {
        this.instance = instance;
    }

    @Override
    public RoleLogin login(String database, String user, String clientAddress) {
        return new RoleLogin.Trust();
    }

    @Override
    public Session connect(ConnectRequest request, SessionEvents events) {
        SessionSettings settings = instance.settings().get();
        try {
            initialize(settings, request);
        } catch (PgException refused) {
            throw new PgException(refused.report().withSeverity(Severity.FATAL));
        }
        Backend session = new Backend(instance, request, events, settings);
        instance.registry().add(session);
        return new BackendSession(session);
    }

    private static void initialize(SessionSettings settings, ConnectRequest request) {
        settings.initialize("session_authorization", request.user(), Source.STARTUP);
        settings.initialize("is_superuser", "on", Source.STARTUP);
        for (Map.Entry<String, String> option : request.options().entrySet()) {
            if (!option.getKey().equals("replication")) {
                settings.initialize(option.getKey(), option.getValue(), Source.STARTUP);
            }
        }
    }
}
