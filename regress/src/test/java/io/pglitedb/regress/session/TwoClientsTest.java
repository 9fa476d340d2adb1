package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.executor.engine.EngineOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own for each test, which may start it again, and two connections to it.
abstract class TwoClientsTest {
    @TempDir
    Path directory;

    RunningServer server;
    Connection connection;
    Connection otherConnection;
    Sql sql;
    Sql other;

    /// What the server is started with.
    abstract EngineOptions options();

    @BeforeEach
    void start() throws SQLException {
        server = new RunningServer(directory, options());
        connection = server.connect("preferQueryMode", "simple");
        otherConnection = server.connect("preferQueryMode", "simple");
        sql = new Sql(connection);
        other = new Sql(otherConnection);
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        otherConnection.close();
        server.close();
    }

    void restart() throws SQLException {
        stop();
        start();
    }

    /// The answer's only row.
    String one(String query) throws SQLException {
        return one(sql, query);
    }

    static String one(Sql client, String query) throws SQLException {
        List<String> rows = client.rows(query);
        assertEquals(1, rows.size(), query);
        return rows.getFirst();
    }
}
