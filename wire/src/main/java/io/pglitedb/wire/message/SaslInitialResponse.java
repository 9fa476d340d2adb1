package io.pglitedb.wire.message;

import java.util.Optional;

/// A client's choice among the SASL mechanisms, as a rule with its first message.
public record SaslInitialResponse(String mechanism, Optional<byte[]> data) {}
