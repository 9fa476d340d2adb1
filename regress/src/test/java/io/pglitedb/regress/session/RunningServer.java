package io.pglitedb.regress.session;

import io.pglitedb.executor.engine.Engine;
import io.pglitedb.executor.engine.EngineOptions;
import io.pglitedb.wire.WireOptions;
import io.pglitedb.wire.WireServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// A server on a free port, over a data directory.
public final class RunningServer implements AutoCloseable {
    private final Engine engine;
    private final WireServer wire;
    private final InetSocketAddress address;

    public RunningServer(Path directory) {
        this(directory, Map.of());
    }

    /// @param settings as in the configuration file
    public RunningServer(Path directory, Map<String, String> settings) {
        this(directory, new EngineOptions(settings));
    }

    RunningServer(Path directory, EngineOptions options) {
        engine = Engine.open(directory, options);
        wire = new WireServer(engine.sessions(), WireOptions.DEFAULTS);
        try {
            address = wire.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// To the database `postgres`.
    ///
    /// @param properties of pgjdbc: name, value, name, value …
    public Connection connect(String... properties) throws SQLException {
        return connectTo("postgres", properties);
    }

    public Connection connectTo(String database, String... properties) throws SQLException {
        Properties all = new Properties();
        all.setProperty("user", "postgres");
        for (int index = 0; index < properties.length; index += 2) {
            all.setProperty(properties[index], properties[index + 1]);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(address.getAddress().getHostAddress(), address.getPort(), database),
                all);
    }

    @Override
    public void close() {
        wire.close();
        engine.close();
    }
}
