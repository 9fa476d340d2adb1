package io.pglitedb.wire;

import io.pglitedb.wire.tls.ServerCertificate;
import java.time.Duration;
import java.util.Optional;

/// What an operator may choose about connections; the defaults are PostgreSQL's.
///
/// @param maxConnections sessions at a time
/// @param largestMessageBytes of a message that carries data
/// @param authenticationTimeout from the first byte to an open session
/// @param certificate empty when connections are not encrypted
public record WireOptions(
        int maxConnections,
        int largestMessageBytes,
        Duration authenticationTimeout,
        Optional<ServerCertificate> certificate) {
    public static final WireOptions DEFAULTS =
            new WireOptions(100, 0x3fffffff - 1, Duration.ofSeconds(60), Optional.empty());

    public WireOptions withMaxConnections(int newMaximum) {
        return new WireOptions(newMaximum, largestMessageBytes, authenticationTimeout, certificate);
    }

    public WireOptions withLargestMessageBytes(int newBytes) {
        return new WireOptions(maxConnections, newBytes, authenticationTimeout, certificate);
    }

    public WireOptions withAuthenticationTimeout(Duration newTimeout) {
        return new WireOptions(maxConnections, largestMessageBytes, newTimeout, certificate);
    }

    public WireOptions withCertificate(ServerCertificate newCertificate) {
        return new WireOptions(maxConnections, largestMessageBytes, authenticationTimeout, Optional.of(newCertificate));
    }
}
