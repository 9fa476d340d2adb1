package io.pglitedb.executor.session;

import java.util.Objects;

/// What a connecting role has to prove.
public sealed interface RoleLogin {
    /// Lets the client in without a proof.
    record Trust() implements RoleLogin {}

    /// `secret` is the role's stored verifier: `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`.
    record Scram(String secret) implements RoleLogin {
        public Scram {
            Objects.requireNonNull(secret);
        }
    }

    /// The role is absent or has no password. The protocol still plays SCRAM to its end, so that the two look alike.
    record Refused() implements RoleLogin {}
}
