package io.pglitedb.executor.session;

import java.util.Objects;
import java.util.Optional;

/// What a connecting role has to prove. Where the secret may be empty, the role is absent, or has no password
/// that could be proved so: the exchange is still played to its end, so that nobody learns which.
public sealed interface RoleLogin {
    /// Lets the client in without a proof.
    record Trust() implements RoleLogin {}

    record Scram(Optional<ScramVerifier> verifier) implements RoleLogin {
        public Scram {
            Objects.requireNonNull(verifier);
        }
    }

    /// The old challenge, for a password that is stored as MD5 hash.
    record Md5(PasswordSecret.Md5 secret) implements RoleLogin {
        public Md5 {
            Objects.requireNonNull(secret);
        }
    }

    /// The client sends the password as it is.
    record Clear(Optional<PasswordSecret> secret) implements RoleLogin {
        public Clear {
            Objects.requireNonNull(secret);
        }
    }
}
