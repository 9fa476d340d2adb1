package io.pglitedb.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/// `pglitedb rehearse`: does in short what a server does, so that the JVM can note which classes and methods a
/// start needs (`bin/pglitedb` runs it with -XX:AOTCacheOutput). Leaves nothing behind.
@Command(name = "rehearse", description = "Train the JVM's cache for a fast start.", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final Logger LOGGER = LoggerFactory.getLogger(RehearseCommand.class);
    private static final int ROUNDS = 3;

    @Override
    public Integer call() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("pglitedb-rehearsal");
        try (PgLiteDb db = PgLiteDb.open(directory)) {
            InetSocketAddress address = db.listen(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            String url =
                    "jdbc:postgresql://127.0.0.1:" + address.getPort() + "/postgres?user=postgres&socketTimeout=20";
            for (int round = 0; round < ROUNDS; round++) {
                rehearse(url + "&preferQueryMode=simple");
                rehearse(url + "&prepareThreshold=1");
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private static void rehearse(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String sql : statements()) {
                run(connection, sql);
            }
        }
    }

    private static List<String> statements() throws IOException {
        try (InputStream script = RehearseCommand.class.getResourceAsStream("rehearsal.sql")) {
            return Stream.of(new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n"))
                    .filter(sql -> !sql.isBlank())
                    .toList();
        }
    }

    /// A statement that fails is rehearsed too.
    private static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            if (!sql.contains("?")) {
                statement.execute(sql);
            } else {
                prepared.setInt(1, 1);
                prepared.execute();
            }
        } catch (SQLException failure) {
            LOGGER.debug("rehearsing \"{}\"", sql, failure);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
