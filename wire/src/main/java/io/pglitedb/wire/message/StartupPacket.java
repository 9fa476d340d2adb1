package io.pglitedb.wire.message;

import java.util.Map;

/// The untyped packets that open a connection.
public sealed interface StartupPacket {
    record SslRequest() implements StartupPacket {}

    record GssEncryptionRequest() implements StartupPacket {}

    record CancelRequest(int processId, int cancelKey) implements StartupPacket {}

    /// `parameters` in the order sent.
    record Startup(int majorVersion, int minorVersion, Map<String, String> parameters) implements StartupPacket {}
}
