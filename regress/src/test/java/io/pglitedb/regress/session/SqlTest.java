package io.pglitedb.regress.session;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One server with an empty database, and one connection to it, for all tests of a class.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqlTest {
    RunningServer server;
    Connection connection;
    Sql sql;

    @BeforeAll
    void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        sql = new Sql(connection);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        server.close();
    }
}
