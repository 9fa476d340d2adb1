package io.pglitedb.server;

import io.pglitedb.executor.authentication.HbaFile;
import io.pglitedb.executor.engine.Engine;
import io.pglitedb.server.settings.ServerSettings;
import io.pglitedb.wire.WireServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A database inside this process: SQL over JDBC without a network, and for other processes too once it listens.
/// ```java
/// try (PgLiteDb db = PgLiteDb.open(Path.of("data"));
///         Connection connection = db.dataSource().getConnection()) { … }
/// ```
/// One process at a time may open a data directory. Thread-safe.
public final class PgLiteDb implements AutoCloseable {
    private static final Map<String, PgLiteDb> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_NAME = new AtomicLong();

    /// How a driver finds this instance within the process.
    private final String name = Long.toString(LAST_NAME.incrementAndGet());

    private final Engine engine;
    private final WireServer wire;

    private PgLiteDb(Path dataDirectory, ServerSettings settings) {
        engine = Engine.open(dataDirectory, settings.engineOptions());
        try {
            wire = new WireServer(engine.sessions(), settings.wireOptions(dataDirectory));
        } catch (RuntimeException failure) {
            engine.close();
            throw failure;
        }
        OPEN.put(name, this);
    }

    /// Opens the data directory, and makes it when it is absent or empty; its `pglitedb.conf` applies. A
    /// [PgException] says why not: another process has it (F0001), its format is newer (0A000), a setting is
    /// wrong (F0000).
    public static PgLiteDb open(Path dataDirectory) {
        return open(dataDirectory, Map.of());
    }

    /// `settings` by PostgreSQL's names; they win over those of `pglitedb.conf`.
    public static PgLiteDb open(Path dataDirectory, Map<String, String> settings) {
        return open(dataDirectory, ServerSettings.of(dataDirectory).with(settings));
    }

    static PgLiteDb open(Path dataDirectory, ServerSettings settings) {
        return new PgLiteDb(dataDirectory, settings);
    }

    /// For pgjdbc, as user `postgres`; more of its parameters may be appended, each after `&`. Works in this
    /// process while this instance is open.
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost/postgres?user=postgres&sslmode=disable&gssEncMode=disable&socketFactory="
                + EmbeddedSocketFactory.class.getName() + "&socketFactoryArg=" + name;
    }

    /// Opens a session per connection; put a pool before it when connections are short.
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        return source;
    }

    /// Lets other processes connect too. Port 0 takes any free port. Gives the address with the port.
    public InetSocketAddress listen(InetSocketAddress address) throws IOException {
        return wire.listen(address);
    }

    /// Ends all sessions (57P01), makes everything durable and frees the data directory. A second call does
    /// nothing.
    @Override
    public void close() {
        OPEN.remove(name);
        wire.close();
        engine.close();
    }

    /// The file of the rules by which clients are let in.
    HbaFile hbaFile() {
        return engine.authentication().file();
    }

    int connectionCount() {
        return wire.connectionCount();
    }

    /// A new client of the instance of this name.
    static Socket connect(String name) throws IOException {
        PgLiteDb instance = OPEN.get(name);
        if (instance == null) {
            throw new IOException("the embedded database is closed");
        }
        return instance.wire.connect();
    }
}
