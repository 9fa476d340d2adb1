package io.pglitedb.wire;

import io.pglitedb.executor.session.ScramVerifier;
import io.pglitedb.executor.session.SessionFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The open connections of a server, and the keys that cancel their statements.
final class ConnectionRegistry {
    private record Key(int processId, int cancelKey) {}

    private final SessionFactory sessions;
    private final WireOptions options;
    private final Semaphore seats;
    /// At most one thread for each session with something to do; those of idle sessions are lent to others, then
    /// end.
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("session-", 1).factory());
    private final Set<ClientConnection> seated = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final byte[] fakeSaltSecret = new byte[ScramVerifier.KEY_BYTES];
    private final AtomicInteger lastProcessId = new AtomicInteger();
    private final Map<ClientConnection, Key> keys = new ConcurrentHashMap<>();
    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

    ConnectionRegistry(SessionFactory sessions, WireOptions options) {
        this.sessions = sessions;
        this.options = options;
        random.nextBytes(fakeSaltSecret);
        this.seats = new Semaphore(options.maxConnections());
    }

    ExecutorService workers() {
        return workers;
    }

    WireOptions options() {
        return options;
    }

    SessionFactory sessions() {
        return sessions;
    }

    /// For a role that is absent or has no password. The salt stays the same for a name, as a stored one would.
    ScramVerifier fakeVerifier(String user) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(fakeSaltSecret);
            byte[] salt = hash.digest(user.getBytes(StandardCharsets.UTF_8));
            return ScramVerifier.ofNoPassword(Arrays.copyOf(salt, ScramVerifier.DEFAULT_SALT_BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // Every JDK has it.
        }
    }

    int nextProcessId() {
        return lastProcessId.incrementAndGet();
    }

    byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    int nextCancelKey() {
        return random.nextInt();
    }

    void add(ClientConnection connection) {
        open.add(connection);
    }

    /// Counts the connection among those that have a session, until [#unseat]; false when there are too many.
    boolean seat(ClientConnection connection) {
        return seats.tryAcquire() && seated.add(connection);
    }

    /// The connection's session has ended; the client may have its last answers to read.
    void unseat(ClientConnection connection) {
        keys.remove(connection);
        if (seated.remove(connection)) {
            seats.release();
        }
    }

    void remove(ClientConnection connection) {
        open.remove(connection);
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
