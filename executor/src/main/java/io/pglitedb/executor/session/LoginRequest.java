package io.pglitedb.executor.session;

import java.util.Objects;

/// Who wants in, and how he has come.
///
/// @param clientAddress a number; empty for a connection inside the same process
/// @param encrypted by TLS
public record LoginRequest(String database, String user, String clientAddress, boolean encrypted) {
    public LoginRequest {
        Objects.requireNonNull(database);
        Objects.requireNonNull(user);
        Objects.requireNonNull(clientAddress);
    }
}
