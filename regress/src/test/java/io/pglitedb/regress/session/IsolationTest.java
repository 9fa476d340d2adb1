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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two sessions at once. PostgreSQL's answers.
@Timeout(60)
final class IsolationTest {
    private static final String CONCURRENT_UPDATE = "40001 ERROR: could not serialize access due to concurrent update";

    private static RunningServer server;
    private Connection first;
    private Connection second;

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
        first = server.connect("preferQueryMode", "simple");
        second = server.connect("preferQueryMode", "simple");
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        second.close();
        try (Connection last = server.connect("preferQueryMode", "simple")) {
            run(last, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    /// Rows as texts, columns joined by bars.
    private static List<String> run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                            row.append(column == 1 ? "" : "|").append(result.getString(column));
                        }
                        rows.add(row.toString());
                    }
                }
            }
            return rows;
        }
    }

    private static String failure(Connection connection, String sql) {
        SQLException error = assertThrows(SQLException.class, () -> run(connection, sql));
        return error.getSQLState() + " "
                + error.getMessage().lines().findFirst().orElse("");
    }

    private static Future<List<String>> start(Connection connection, String sql) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run(connection, sql);
            } catch (SQLException error) {
                return List.of(error.getSQLState());
            }
        });
    }

    private void awaitWaiting(Connection other) throws SQLException {
        while (!run(other, "SELECT count(*) FROM pg_locks WHERE NOT granted").equals(List.of("1"))) {
            Thread.onSpinWait();
        }
    }

    private void makeFamily(String onDelete) throws SQLException {
        run(first, "CREATE TABLE parent (id int PRIMARY KEY, note int)");
        run(first, "CREATE TABLE child (id int REFERENCES parent ON DELETE " + onDelete + ")");
        run(first, "INSERT INTO parent VALUES (1, 0), (2, 0)");
        run(first, "BEGIN ISOLATION LEVEL REPEATABLE READ");
        run(first, "SELECT");
    }

    @Test
    void aParentYoungerThanTheSnapshotIsNone() throws SQLException {
        makeFamily("CASCADE");
        run(second, "INSERT INTO parent VALUES (3, 0)");
        assertEquals(
                "23503 ERROR: insert or update on table \"child\" violates foreign key constraint \"child_id_fkey\"",
                failure(first, "INSERT INTO child VALUES (3)"));
    }

    @Test
    void aParentMayChangeButNotGo() throws SQLException {
        makeFamily("CASCADE");
        run(second, "UPDATE parent SET note = 1 WHERE id = 1");
        run(first, "INSERT INTO child VALUES (1)");
        run(second, "DELETE FROM parent WHERE id = 2");
        assertEquals(CONCURRENT_UPDATE, failure(first, "INSERT INTO child VALUES (2)"));
    }

    @Test
    void childrenThatTheSnapshotDoesNotHaveAreFound() throws SQLException {
        makeFamily("CASCADE");
        run(second, "INSERT INTO child VALUES (1)");
        assertEquals(CONCURRENT_UPDATE, failure(first, "DELETE FROM parent WHERE id = 1"));
        run(first, "ROLLBACK");
        run(first, "DROP TABLE child, parent");
        makeFamily("RESTRICT");
        run(second, "INSERT INTO child VALUES (1)");
        assertEquals("23503", failure(first, "DELETE FROM parent WHERE id = 1").substring(0, 5));
    }

    @Test
    void keyShareMindsTheKeyAlone() throws SQLException {
        run(first, "CREATE TABLE t (id int PRIMARY KEY, note int); INSERT INTO t VALUES (1, 0), (2, 0), (3, 0)");
        run(first, "BEGIN ISOLATION LEVEL REPEATABLE READ");
        run(first, "SELECT");
        run(
                second,
                "UPDATE t SET note = 1 WHERE id = 1; UPDATE t SET id = 12 WHERE id = 2; DELETE FROM t WHERE id = 3");
        assertEquals(List.of("1|0"), run(first, "SELECT * FROM t WHERE id = 1 FOR KEY SHARE"));
        run(first, "SAVEPOINT a");
        for (String rest : List.of("id = 1 FOR SHARE", "id = 2 FOR KEY SHARE", "id = 3 FOR UPDATE")) {
            assertEquals(CONCURRENT_UPDATE, failure(first, "SELECT * FROM t WHERE " + rest));
            run(first, "ROLLBACK TO a");
        }
        assertEquals(
                "40001 ERROR: could not serialize access due to concurrent delete",
                failure(first, "DELETE FROM t WHERE id = 3"));
    }

    @Test
    void anIndexYoungerThanTheSnapshotIsLeftAlone() throws SQLException {
        run(first, "CREATE TABLE t (id int, note int); INSERT INTO t SELECT i, i FROM generate_series(1, 500) i");
        run(first, "CREATE FUNCTION f(int) RETURNS int STABLE LANGUAGE sql AS 'SELECT note FROM t WHERE id = $1'");
        run(first, "BEGIN ISOLATION LEVEL REPEATABLE READ");
        run(first, "SELECT");
        run(second, "DELETE FROM t WHERE id = 7");
        run(second, "CREATE UNIQUE INDEX ON t (id)");
        assertEquals(List.of(), run(second, "SELECT note FROM t WHERE id = 7"));
        assertEquals(List.of("7"), run(first, "SELECT note FROM t WHERE id = 7"));
        assertEquals(List.of("7"), run(first, "SELECT f(7)"));
        run(first, "COMMIT");
        assertEquals(List.of(), run(first, "SELECT note FROM t WHERE id = 7"));
    }

    @Test
    void statementsOfAVolatileFunctionTakeSnapshots() throws Exception {
        run(first, "CREATE TABLE t (id int)");
        String body = "SELECT pg_advisory_xact_lock(77); SELECT count(*) FROM t";
        run(first, "CREATE FUNCTION moving() RETURNS bigint VOLATILE LANGUAGE sql AS '" + body + "'");
        run(first, "CREATE FUNCTION still() RETURNS bigint STABLE LANGUAGE sql AS '" + body + "'");
        String query = "SELECT moving(), still(), (SELECT count(*) FROM t)";
        run(second, "BEGIN; SELECT pg_advisory_xact_lock(77); INSERT INTO t VALUES (1)");
        Future<List<String>> answer = start(first, query);
        awaitWaiting(second);
        run(second, "COMMIT");
        assertEquals(List.of("1|0|0"), answer.get());
        run(second, "BEGIN; SELECT pg_advisory_xact_lock(77); INSERT INTO t VALUES (1)");
        run(first, "BEGIN ISOLATION LEVEL REPEATABLE READ");
        answer = start(first, query);
        awaitWaiting(second);
        run(second, "COMMIT");
        assertEquals(List.of("1|1|1"), answer.get());
    }

    @Test
    void serializableTransactionsHaveAnOrder() throws SQLException {
        run(first, "CREATE TABLE t (id int PRIMARY KEY, on_call bool); INSERT INTO t VALUES (1, true), (2, true)");
        for (Connection each : List.of(first, second)) {
            run(each, "BEGIN ISOLATION LEVEL SERIALIZABLE");
            assertEquals(List.of("2"), run(each, "SELECT count(*) FROM t WHERE on_call"));
        }
        run(first, "UPDATE t SET on_call = false WHERE id = 1");
        run(second, "UPDATE t SET on_call = false WHERE id = 2");
        run(first, "COMMIT");
        assertEquals(
                "40001 ERROR: could not serialize access due to read/write dependencies among transactions",
                failure(second, "COMMIT"));
    }

    @Test
    void whoCanShareARowDoesNotQueue() throws Exception {
        run(first, "CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
        run(first, "BEGIN; SELECT * FROM t FOR SHARE");
        Future<List<String>> update = start(second, "UPDATE t SET id = 2");
        awaitWaiting(first);
        try (Connection third = server.connect("preferQueryMode", "simple")) {
            assertEquals(List.of("1"), run(third, "SELECT * FROM t FOR SHARE"));
        }
        run(first, "COMMIT");
        update.get();
    }

    @Test
    void aTableLockThatNobodyCanEverGiveIsRefusedAtOnce() throws Exception {
        run(first, "CREATE TABLE t (id int)");
        for (Connection each : List.of(first, second)) {
            run(each, "SET deadlock_timeout = '100s'; BEGIN; LOCK TABLE t IN ACCESS SHARE MODE");
        }
        Future<List<String>> waiting = start(first, "LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
        try (Connection third = server.connect("preferQueryMode", "simple")) {
            awaitWaiting(third);
        }
        assertEquals("40P01 ERROR: deadlock detected", failure(second, "LOCK TABLE t IN ACCESS EXCLUSIVE MODE"));
        assertEquals(List.of(), waiting.get());
    }

    @Test
    void rowsThatCursorsStandOnCanBeChanged() throws SQLException {
        run(
                first,
                "CREATE TABLE t (id int PRIMARY KEY, note int); INSERT INTO t SELECT i, i FROM generate_series(1, 5) i");
        run(first, "CREATE TABLE u (id int); INSERT INTO u VALUES (4)");
        run(first, "BEGIN; DECLARE c CURSOR FOR SELECT note FROM t WHERE id > 1");
        run(first, "SAVEPOINT a");
        assertEquals(
                "24000 ERROR: cursor \"c\" is not positioned on a row",
                failure(first, "DELETE FROM t WHERE CURRENT OF c"));
        run(first, "ROLLBACK TO a; FETCH 2 FROM c");
        assertEquals(List.of("3|13"), run(first, "UPDATE t SET note = note + 10 WHERE CURRENT OF c RETURNING *"));
        assertEquals(List.of("3|23"), run(first, "UPDATE t SET note = note + 10 WHERE CURRENT OF c RETURNING *"));
        run(first, "DECLARE s SCROLL CURSOR FOR SELECT * FROM t; FETCH 5 FROM s; FETCH BACKWARD 3 FROM s");
        assertEquals(List.of("2|2"), run(first, "DELETE FROM t WHERE CURRENT OF s RETURNING *"));
        run(first, "DECLARE l CURSOR FOR SELECT t.note FROM t, u WHERE t.id = u.id FOR UPDATE OF t; FETCH FROM l");
        assertEquals(List.of("4|0"), run(first, "UPDATE t SET note = 0 WHERE CURRENT OF l RETURNING *"));
        run(first, "DECLARE d CURSOR FOR SELECT max(note) FROM t; FETCH FROM d");
        assertEquals(
                "24000 ERROR: cursor \"d\" is not a simply updatable scan of table \"t\"",
                failure(first, "DELETE FROM t WHERE CURRENT OF d"));
        run(first, "ROLLBACK");
    }

    @Test
    void snapshotsAreSharedByName() throws SQLException {
        run(first, "CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
        run(first, "BEGIN ISOLATION LEVEL REPEATABLE READ");
        String name = run(first, "SELECT pg_export_snapshot()").getFirst();
        try (Connection third = server.connect("preferQueryMode", "simple")) {
            run(third, "INSERT INTO t VALUES (2)");
        }
        run(second, "BEGIN ISOLATION LEVEL REPEATABLE READ; SET TRANSACTION SNAPSHOT '" + name + "'");
        assertEquals(List.of("1"), run(second, "SELECT count(*) FROM t"));
        assertEquals(
                "25001 ERROR: SET TRANSACTION SNAPSHOT must be called before any query",
                failure(second, "SET TRANSACTION SNAPSHOT '" + name + "'"));
        run(first, "COMMIT");
        run(second, "ROLLBACK; BEGIN ISOLATION LEVEL REPEATABLE READ");
        assertEquals(
                "22023 ERROR: invalid snapshot identifier: \"" + name + "\"",
                failure(second, "SET TRANSACTION SNAPSHOT '" + name + "'"));
        run(second, "ROLLBACK; BEGIN");
        assertEquals(
                "0A000 ERROR: a snapshot-importing transaction must have isolation level SERIALIZABLE or REPEATABLE READ",
                failure(second, "SET TRANSACTION SNAPSHOT 'x'"));
    }
}
