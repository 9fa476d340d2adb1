package io.pglitedb.executor.authentication;

import java.util.Locale;

/// What a rule asks of a client.
enum AuthenticationMethod {
    TRUST,
    REJECT,
    SCRAM_SHA_256,
    /// SCRAM where that is what is stored of the password.
    MD5,
    /// In clear.
    PASSWORD;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
