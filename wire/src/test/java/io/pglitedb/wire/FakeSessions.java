package io.pglitedb.wire;

import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.LoginRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.session.SessionFactory;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Opens fake sessions; roles prove what `logins` says, and nothing when it says nothing.
final class FakeSessions implements SessionFactory {
    final BlockingQueue<FakeSession> opened = new LinkedBlockingQueue<>();
    final BlockingQueue<ConnectRequest> requests = new LinkedBlockingQueue<>();
    final BlockingQueue<SessionEvents> events = new LinkedBlockingQueue<>();
    private final Map<String, RoleLogin> logins;

    FakeSessions(Map<String, RoleLogin> logins) {
        this.logins = logins;
    }

    @Override
    public RoleLogin login(LoginRequest request) {
        return logins.getOrDefault(request.user(), new RoleLogin.Trust());
    }

    @Override
    public Session connect(ConnectRequest request, SessionEvents events) {
        requests.add(request);
        this.events.add(events);
        FakeSession session = new FakeSession();
        opened.add(session);
        return session;
    }
}
