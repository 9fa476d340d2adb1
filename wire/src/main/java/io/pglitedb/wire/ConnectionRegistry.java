package io.pglitedb.wire;

import io.pglitedb.executor.session.SessionFactory;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The open connections of a server, and the keys that cancel their statements.
final class ConnectionRegistry {
    private record Key(int processId, int cancelKey) {}

    private final SessionFactory sessions;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger lastProcessId = new AtomicInteger();
    private final Map<ClientConnection, Key> keys = new ConcurrentHashMap<>();
    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

    ConnectionRegistry(SessionFactory sessions) {
        this.sessions = sessions;
    }

    SessionFactory sessions() {
        return sessions;
    }

    int nextProcessId() {
        return lastProcessId.incrementAndGet();
    }

    int nextCancelKey() {
        return random.nextInt();
    }

    void add(ClientConnection connection) {
        open.add(connection);
    }

    void remove(ClientConnection connection) {
        open.remove(connection);
        keys.remove(connection);
    }

    void allowCancel(ClientConnection connection, int processId, int cancelKey) {
        keys.put(connection, new Key(processId, cancelKey));
    }

    /// Does nothing when the key is wrong, as the protocol asks.
    void cancel(int processId, int cancelKey) {
        Key wanted = new Key(processId, cancelKey);
        keys.forEach((connection, key) -> {
            if (key.equals(wanted)) {
                connection.cancelStatement();
            }
        });
    }

    List<ClientConnection> open() {
        return List.copyOf(open);
    }
}
