package io.pglitedb.executor.authentication;

import java.util.Locale;

/// First word of a rule: the connections that it is about. Connections inside the process are the local ones.
enum ConnectionType {
    LOCAL,
    HOST,
    HOSTSSL,
    HOSTNOSSL,
    HOSTGSSENC,
    HOSTNOGSSENC;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param local inside the process
    boolean matches(boolean local, boolean encrypted) {
        return switch (this) {
            case LOCAL -> local;
            case HOST, HOSTNOGSSENC -> !local;
            case HOSTSSL -> !local && encrypted;
            case HOSTNOSSL -> !local && !encrypted;
            case HOSTGSSENC -> false; // There is no encryption by GSSAPI.
        };
    }
}
