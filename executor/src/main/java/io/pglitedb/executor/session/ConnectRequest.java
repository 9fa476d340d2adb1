package io.pglitedb.executor.session;

import java.util.Map;
import java.util.Objects;

/// A startup packet whose role is authenticated. `options` are settings in the packet without user and database;
/// `clientAddress` is empty for a connection inside the same process.
public record ConnectRequest(
        String database, String user, Map<String, String> options, int processId, int cancelKey, String clientAddress) {
    public ConnectRequest {
        Objects.requireNonNull(database);
        Objects.requireNonNull(user);
        Objects.requireNonNull(clientAddress);
        options = Map.copyOf(options);
    }
}
