package io.pglitedb.server.settings;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import io.pglitedb.executor.engine.EngineOptions;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.WireOptions;
import io.pglitedb.wire.tls.ServerCertificate;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A server's settings, by PostgreSQL's names, and what they mean to its parts.
///
/// @param values only what was set; the rest is as PostgreSQL has it
public record ServerSettings(Map<String, String> values) {
    /// In the data directory.
    public static final String FILE_NAME = "pglitedb.conf";

    public ServerSettings {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        values = copy;
    }

    public static ServerSettings of(Path dataDirectory) {
        return new ServerSettings(SettingsFile.read(dataDirectory.resolve(FILE_NAME)));
    }

    /// `overriding` wins.
    public ServerSettings with(Map<String, String> overriding) {
        ServerSettings both = new ServerSettings(values);
        both.values.putAll(overriding);
        return both;
    }

    private SessionSettings effective() {
        SessionSettings settings = new SessionSettings();
        values.forEach((name, value) -> settings.initialize(name, value, Source.FILE));
        return settings;
    }

    public int port() {
        return (int) effective().number("port");
    }

    /// Names or numbers of hosts, or `*`; empty when nobody may connect from the network. Unless it is set, the
    /// loopback interface of the fourth version only.
    public List<String> listenAddresses() {
        if (!values.containsKey("listen_addresses")) {
            return List.of("127.0.0.1");
        }
        return Arrays.stream(values.get("listen_addresses").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    public EngineOptions engineOptions() {
        return new EngineOptions(values);
    }

    /// Relative names of certificate files start at the data directory.
    public WireOptions wireOptions(Path dataDirectory) {
        SessionSettings effective = effective();
        WireOptions options = WireOptions.DEFAULTS
                .withMaxConnections((int) effective.number("max_connections"))
                .withAuthenticationTimeout(Duration.ofSeconds((long) effective.number("authentication_timeout")));
        return effective.show("ssl").equals("on")
                ? options.withCertificate(certificate(effective, dataDirectory))
                : options;
    }

    /// Self-signed when encryption is on and no file is named.
    private ServerCertificate certificate(SessionSettings effective, Path dataDirectory) {
        if (!values.containsKey("ssl_cert_file") && !values.containsKey("ssl_key_file")) {
            return ServerCertificate.selfSigned();
        }
        try {
            return ServerCertificate.read(
                    dataDirectory.resolve(effective.show("ssl_cert_file")),
                    dataDirectory.resolve(effective.show("ssl_key_file")));
        } catch (IOException failure) {
            throw PgException.fatal(SqlState.CONFIG_FILE_ERROR, message(failure));
        }
    }

    private static String message(IOException failure) {
        return failure instanceof NoSuchFileException
                ? "could not load \"" + failure.getMessage() + "\": No such file or directory"
                : failure.getMessage();
    }
}
