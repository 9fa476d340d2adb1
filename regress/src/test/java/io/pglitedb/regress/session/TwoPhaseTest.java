package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Prepared transactions, within a server's life and beyond; values of sequences.
@Timeout(60)
final class TwoPhaseTest {
    private static final String GIDS = "SELECT gid FROM pg_prepared_xacts ORDER BY gid";

    @TempDir
    Path directory;

    private RunningServer server;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        server = new RunningServer(directory, Map.of("max_prepared_transactions", "3"));
        connection = server.connect("preferQueryMode", "simple");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private void restart() throws SQLException {
        stop();
        start();
    }

    /// First columns.
    private List<String> run(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private String failure(String sql) {
        SQLException error = assertThrows(SQLException.class, () -> run(sql));
        return error.getSQLState() + " "
                + error.getMessage().lines().findFirst().orElse("");
    }

    @Test
    void theyOutliveTheServer() throws SQLException {
        run("CREATE TABLE t (id int PRIMARY KEY, note int); INSERT INTO t VALUES (1, 1), (2, 2)");
        run("BEGIN; UPDATE t SET note = 10 WHERE id = 1; INSERT INTO t VALUES (3, 3); PREPARE TRANSACTION 'kept'");
        run("BEGIN; DELETE FROM t WHERE id = 2; PREPARE TRANSACTION 'dropped'");
        run("BEGIN; CREATE TABLE made (a int); INSERT INTO made VALUES (7); PREPARE TRANSACTION 'ddl'");
        for (int life = 0; life < 2; life++) {
            assertEquals(List.of("ddl", "dropped", "kept"), run(GIDS));
            assertEquals(List.of("1", "2"), run("SELECT note FROM t ORDER BY id"));
            run("SET lock_timeout = '100ms'");
            String held = "55P03 ERROR: canceling statement due to lock timeout";
            assertEquals(held, failure("UPDATE t SET note = 5 WHERE id = 1"));
            assertEquals(held, failure("INSERT INTO t VALUES (3, 4)"));
            assertEquals("42P01", failure("SELECT * FROM made").substring(0, 5));
            restart();
        }
        run("COMMIT PREPARED 'kept'");
        run("ROLLBACK PREPARED 'dropped'");
        run("COMMIT PREPARED 'ddl'");
        restart();
        assertEquals(List.of(), run(GIDS));
        assertEquals(List.of("10", "2", "3"), run("SELECT note FROM t ORDER BY id"));
        assertEquals(List.of("7"), run("UPDATE made SET a = a RETURNING a"));
        assertEquals(List.of("3"), run("UPDATE t SET note = note WHERE id = 3 RETURNING note"));
    }

    @Test
    void whatCannotBePreparedIsRolledBack() throws SQLException {
        run("CREATE TABLE t (id int)");
        assertEquals(
                "0A000 ERROR: cannot PREPARE a transaction that has operated on temporary objects",
                failure("BEGIN; INSERT INTO t VALUES (1); CREATE TEMP TABLE s (a int); PREPARE TRANSACTION 'a'"));
        assertEquals(
                "0A000 ERROR: cannot PREPARE a transaction that has executed LISTEN, UNLISTEN, or NOTIFY",
                failure("BEGIN; INSERT INTO t VALUES (1); NOTIFY n; PREPARE TRANSACTION 'a'"));
        run("BEGIN; INSERT INTO t VALUES (2); PREPARE TRANSACTION 'a'");
        assertEquals(
                "42710 ERROR: transaction identifier \"a\" is already in use",
                failure("BEGIN; INSERT INTO t VALUES (3); PREPARE TRANSACTION 'a'"));
        run("BEGIN; PREPARE TRANSACTION 'b'");
        run("BEGIN; PREPARE TRANSACTION 'c'");
        assertEquals(
                "53200 ERROR: maximum number of prepared transactions reached",
                failure("BEGIN; INSERT INTO t VALUES (4); PREPARE TRANSACTION 'd'"));
        assertEquals(
                "42704 ERROR: prepared transaction with identifier \"d\" does not exist",
                failure("COMMIT PREPARED 'd'"));
        run("COMMIT PREPARED 'a'");
        run("ROLLBACK PREPARED 'b'");
        run("ROLLBACK PREPARED 'c'");
        assertEquals(List.of("2"), run("SELECT id FROM t"));
    }

    /// A prepared one can no more be the one to fail.
    @Test
    void preparedSerializableOnesStayInTheOrder() throws SQLException {
        run("CREATE TABLE t (id int PRIMARY KEY, note int); INSERT INTO t VALUES (1, 1), (2, 2)");
        String begin = "BEGIN ISOLATION LEVEL SERIALIZABLE; ";
        try (Connection other = server.connect("preferQueryMode", "simple");
                Statement second = other.createStatement()) {
            second.execute(begin + "SELECT * FROM t WHERE id = 2");
            run(begin + "SELECT * FROM t WHERE id = 1; UPDATE t SET note = 5 WHERE id = 2; PREPARE TRANSACTION 'p'");
            SQLException error = assertThrows(
                    SQLException.class, () -> second.execute("UPDATE t SET note = 6 WHERE id = 1; COMMIT"));
            assertEquals("40001", error.getSQLState());
        }
        restart();
        String crosswise = begin + "SELECT note FROM t WHERE id = 2; UPDATE t SET note = 7 WHERE id = 1";
        assertEquals("40001", failure(crosswise).substring(0, 5));
        run("ROLLBACK");
        run("COMMIT PREPARED 'p'");
        run(crosswise + "; COMMIT");
        assertEquals(List.of("7", "5"), run("SELECT note FROM t ORDER BY id"));
    }

    @Test
    void sessionsTakeValuesOfSequencesBeforehand() throws SQLException {
        run("CREATE SEQUENCE s CACHE 5");
        assertEquals(List.of("1"), run("SELECT nextval('s')"));
        try (Connection other = server.connect("preferQueryMode", "simple");
                Statement second = other.createStatement();
                ResultSet value = second.executeQuery("SELECT nextval('s')")) {
            value.next();
            assertEquals(6, value.getLong(1));
        }
        assertEquals(List.of("2"), run("SELECT nextval('s')"));
        assertEquals(List.of("10"), run("SELECT last_value FROM s"));
        run("BEGIN; ALTER SEQUENCE s RESTART 100 INCREMENT 10");
        assertEquals(List.of("100"), run("SELECT nextval('s')"));
        run("ROLLBACK");
        assertEquals(List.of("11"), run("SELECT nextval('s')"));
        run("ALTER SEQUENCE s MAXVALUE 20 CACHE 1");
        assertEquals(
                "2200H ERROR: nextval: reached maximum value of sequence \"s\" (20)",
                failure("SELECT nextval('s') FROM generate_series(1, 9)"));
        assertEquals(
                "22023 ERROR: RESTART value (20) cannot be greater than MAXVALUE (10)",
                failure("ALTER SEQUENCE s MAXVALUE 10"));
    }
}
