package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Transactions, settings and notifications of sessions, by both protocols of queries.
final class SessionTest {
    private static RunningServer server;
    private Connection connection;
    private Statement statement;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = new RunningServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = server.connect("preferQueryMode", "simple");
        statement = connection.createStatement();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void activityNamesTheApplication() throws SQLException {
        String own = "SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()";
        try (Connection named = server.connect("ApplicationName", "first");
                Statement query = named.createStatement()) {
            try (ResultSet rows = query.executeQuery(own)) {
                rows.next();
                assertEquals("first", rows.getString(1));
            }
            query.execute("SET application_name = 'second'");
            try (ResultSet rows = query.executeQuery(own)) {
                rows.next();
                assertEquals("second", rows.getString(1));
            }
        }
    }

    private String show(String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        statement.clearWarnings();
        statement.execute(sql);
    }

    private void fails(String state, String message, String sql) {
        SQLException error = assertThrows(SQLException.class, () -> run(sql));
        assertEquals(
                state + " ERROR: " + message,
                error.getSQLState() + " "
                        + error.getMessage().lines().findFirst().orElse(""));
    }

    private void warns(String state, String message, String sql) throws SQLException {
        run(sql);
        assertNotNull(statement.getWarnings(), "no warning");
        assertEquals(
                state + " " + message,
                statement.getWarnings().getSQLState() + " "
                        + statement.getWarnings().getMessage());
    }

    @Test
    void settingsFollowTheTransaction() throws SQLException {
        run("BEGIN");
        run("SET work_mem = '1MB'");
        run("SAVEPOINT a");
        run("SET work_mem = '2MB'");
        run("ROLLBACK TO a");
        assertEquals("1MB", show("work_mem"));
        run("SET LOCAL work_mem = '3MB'");
        assertEquals("3MB", show("work_mem"));
        run("COMMIT");
        assertEquals("1MB", show("work_mem"));
        run("RESET work_mem");
        assertEquals("4MB", show("work_mem"));
    }

    @Test
    void modesOfTheTransaction() throws SQLException {
        run("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        assertEquals("repeatable read", show("transaction_isolation"));
        assertEquals("on", show("transaction_read_only"));
        run("COMMIT AND CHAIN");
        assertEquals("repeatable read", show("transaction_isolation"));
        run("ROLLBACK");
        assertEquals("read committed", show("transaction_isolation"));
        run("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        assertEquals("serializable", show("default_transaction_isolation"));
    }

    @Test
    void commandsOutOfPlace() throws SQLException {
        warns("25P01", "there is no transaction in progress", "COMMIT");
        warns("25P01", "SET LOCAL can only be used in transaction blocks", "SET LOCAL work_mem = '1MB'");
        assertEquals("4MB", show("work_mem"));
        fails("25P01", "SAVEPOINT can only be used in transaction blocks", "SAVEPOINT a");
        fails("25P01", "COMMIT AND CHAIN can only be used in transaction blocks", "COMMIT AND CHAIN");
        run("BEGIN");
        warns("25001", "there is already a transaction in progress", "BEGIN");
        fails("3B001", "savepoint \"b\" does not exist", "RELEASE b");
        fails(
                "25P02",
                "current transaction is aborted, commands ignored until end of transaction block",
                "SHOW work_mem");
        run("ROLLBACK");
        assertEquals("4MB", show("work_mem"));
    }

    @Test
    void savepointsReviveAFailedBlock() throws SQLException {
        run("BEGIN");
        run("SAVEPOINT a");
        fails("42704", "unrecognized configuration parameter \"nonsense\"", "SET nonsense = 1");
        run("ROLLBACK TO a");
        run("SET work_mem = '5MB'");
        run("COMMIT");
        assertEquals("5MB", show("work_mem"));
    }

    @Test
    void severalStatementsAreOneTransaction() throws SQLException {
        fails("42704", "unrecognized configuration parameter \"nonsense\"", "SET work_mem = '7MB'; SET nonsense = 1");
        assertEquals("4MB", show("work_mem"));
        fails(
                "42704",
                "unrecognized configuration parameter \"nonsense\"",
                "SET work_mem = '7MB'; COMMIT; SET nonsense = 1");
        assertEquals("7MB", show("work_mem"));
    }

    @Test
    void errorsPointAtCharacters() {
        SQLException error = assertThrows(SQLException.class, () -> run("SHOW \"😀\" oops"));
        assertEquals(
                10,
                ((org.postgresql.util.PSQLException) error)
                        .getServerErrorMessage()
                        .getPosition());
    }

    @Test
    void notificationsArriveWithTheCommit() throws SQLException {
        try (Connection other = server.connect()) {
            Statement listener = other.createStatement();
            listener.execute("LISTEN news");
            run("BEGIN");
            run("NOTIFY news, 'one'");
            run("NOTIFY news, 'one'");
            run("SAVEPOINT a");
            run("NOTIFY news, 'undone'");
            run("ROLLBACK TO a");
            assertEquals(0, other.unwrap(PGConnection.class).getNotifications(50).length);
            run("COMMIT");
            PGNotification[] arrived = other.unwrap(PGConnection.class).getNotifications(5_000);
            assertEquals(1, arrived.length);
            assertEquals("news one", arrived[0].getName() + " " + arrived[0].getParameter());
        }
    }

    @Test
    void reportedSettingsReachTheClient() throws SQLException {
        run("SET TimeZone = 'Europe/Berlin'");
        assertEquals("Europe/Berlin", connection.unwrap(PGConnection.class).getParameterStatus("TimeZone"));
        run("BEGIN; SET TimeZone = 'UTC'; ROLLBACK");
        assertEquals("Europe/Berlin", connection.unwrap(PGConnection.class).getParameterStatus("TimeZone"));
    }

    @Test
    void extendedProtocol() throws SQLException {
        try (Connection extended = server.connect("prepareThreshold", "1")) {
            Statement commands = extended.createStatement();
            for (int round = 0; round < 3; round++) {
                ResultSet rows = commands.executeQuery("SHOW max_connections");
                rows.next();
                assertEquals("100", rows.getString(1));
            }
            extended.setAutoCommit(false);
            SQLException error = assertThrows(SQLException.class, () -> commands.execute("SHOW nonsense"));
            assertEquals("42704", error.getSQLState());
            SQLException aborted = assertThrows(SQLException.class, () -> commands.execute("SHOW work_mem"));
            assertEquals("25P02", aborted.getSQLState());
            extended.rollback();
            assertNull(commands.getWarnings());
            commands.execute("SHOW work_mem");
        }
    }
}
