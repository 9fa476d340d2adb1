package io.pglitedb.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgLiteDbTest {
    @TempDir
    private Path directory;

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    @Test
    void connectionsAreSessionsOfTheirOwn() throws Exception {
        try (PgLiteDb db = PgLiteDb.open(directory);
                Connection first = db.dataSource().getConnection();
                Connection second = DriverManager.getConnection(db.jdbcUrl() + "&ApplicationName=second")) {
            first.createStatement().execute("SET application_name = 'first'");
            assertEquals("first", show(first, "application_name"));
            assertEquals("second", show(second, "application_name"));
        }
    }

    @Test
    void settingsGivenWinOverTheFile() throws Exception {
        Files.writeString(directory.resolve("pglitedb.conf"), "work_mem = 1MB\ntemp_buffers = 1MB\n");
        try (PgLiteDb db = PgLiteDb.open(directory, Map.of("work_mem", "2MB"));
                Connection connection = db.dataSource().getConnection()) {
            assertEquals("2MB", show(connection, "work_mem"));
            assertEquals("1MB", show(connection, "temp_buffers"));
        }
    }

    @Test
    void aDirectoryIsOpenOnceAtATime() {
        try (PgLiteDb db = PgLiteDb.open(directory)) {
            PgException refusal = assertThrows(PgException.class, () -> PgLiteDb.open(directory));
            assertEquals(SqlState.LOCK_FILE_EXISTS, refusal.state());
            assertTrue(db.jdbcUrl().startsWith("jdbc:postgresql:"));
        }
        PgLiteDb.open(directory).close();
    }

    @Test
    void closingEndsTheConnections() throws Exception {
        PgLiteDb db = PgLiteDb.open(directory);
        Connection connection = db.dataSource().getConnection();
        db.close();
        db.close();
        SQLException error = assertThrows(SQLException.class, () -> show(connection, "work_mem"));
        assertEquals("57P01", error.getSQLState());
        assertFalse(connection.isValid(1));
        assertThrows(SQLException.class, () -> db.dataSource().getConnection());
    }

    @Test
    void closedConnectionsLeaveNothing() throws Exception {
        try (PgLiteDb db = PgLiteDb.open(directory, Map.of("max_connections", "3"))) {
            for (int round = 0; round < 100; round++) {
                List<Connection> connections = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    connections.add(db.dataSource().getConnection());
                }
                for (Connection connection : connections) {
                    connection.close();
                }
                while (db.connectionCount() > 0) {
                    Thread.onSpinWait(); // The driver does not wait for the server's end.
                }
            }
        }
    }

    @Test
    void otherProcessesMayConnectOnceItListens() throws Exception {
        try (PgLiteDb db = PgLiteDb.open(directory)) {
            InetSocketAddress address = db.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + address.getPort() + "/postgres?user=postgres")) {
                assertEquals("4MB", show(connection, "work_mem"));
            }
        }
    }
}
