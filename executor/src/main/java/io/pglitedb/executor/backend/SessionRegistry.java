package io.pglitedb.executor.backend;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The live sessions of a server, by process id. Thread-safe.
public final class SessionRegistry {
    private final Map<Integer, Backend> live = new ConcurrentHashMap<>();

    /// Adds the session unless it is one too many.
    synchronized void admit(Backend session, SessionLimits limits) {
        limits.check(live.values());
        live.put(session.processId(), session);
    }

    void remove(Backend session) {
        live.remove(session.processId(), session);
    }

    /// Null when there is none.
    public Backend find(int processId) {
        return live.get(processId);
    }

    public Collection<Backend> all() {
        return live.values();
    }
}
