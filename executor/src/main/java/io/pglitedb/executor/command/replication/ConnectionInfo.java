package io.pglitedb.executor.command.replication;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// A connection string of libpq, `name = value …` or a URI, looked at but not used. Source of the messages:
/// PostgreSQL 15, `conninfo_parse`; its errors end with a line feed.
final class ConnectionInfo {
    private static final Set<String> OPTIONS = Set.of(
            "service",
            "user",
            "password",
            "passfile",
            "channel_binding",
            "connect_timeout",
            "dbname",
            "host",
            "hostaddr",
            "port",
            "client_encoding",
            "options",
            "application_name",
            "fallback_application_name",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslmode",
            "sslcompression",
            "sslcert",
            "sslkey",
            "sslpassword",
            "sslrootcert",
            "sslcrl",
            "sslcrldir",
            "sslsni",
            "requirepeer",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version",
            "gssencmode",
            "krbsrvname",
            "gsslib",
            "replication",
            "target_session_attrs");

    private final String text;
    private int at;

    private ConnectionInfo(String text) {
        this.text = text;
    }

    /// 42601 when it is malformed.
    static void check(String text) {
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            new ConnectionInfo(text).pairs();
        }
    }

    private void pairs() {
        for (skipSpace(); at < text.length(); skipSpace()) {
            String name = name();
            skipSpace();
            if (at == text.length() || text.charAt(at) != '=') {
                throw invalid("missing \"=\" after \"%s\" in connection info string".formatted(name));
            }
            at++;
            skipSpace();
            value();
            if (!OPTIONS.contains(name)) {
                throw invalid("invalid connection option \"%s\"".formatted(name));
            }
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String name() {
        int from = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private void value() {
        boolean quoted = at < text.length() && text.charAt(at) == '\'';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted ? c == '\'' : Character.isWhitespace(c)) {
                at += quoted ? 1 : 0;
                return;
            }
            at += c == '\\' ? 2 : 1;
        }
        if (quoted) {
            throw invalid("unterminated quoted string in connection info string");
        }
    }

    private static PgException invalid(String problem) {
        return new PgException(SqlState.SYNTAX_ERROR, "invalid connection string syntax: " + problem + "\n");
    }
}
