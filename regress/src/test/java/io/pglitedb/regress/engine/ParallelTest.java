package io.pglitedb.regress.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.regress.session.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several threads give what one gives: the same rows in the same order, the same error.
final class ParallelTest {
    private static final String WANTED = "SET pglitedb.threads = ";

    /// Over `big`, whose rows are some ranges for threads to share, and `few`. Groups, and rows that aggregates
    /// take in order, come in the order of the rows.
    private static final List<String> QUERIES = List.of(
            "SELECT count(*), sum(n), avg(n), min(i), max(d), sum(i), count(k), avg(i) FROM big",
            "SELECT k, count(*), sum(n), avg(l), max(i) FROM big GROUP BY k",
            "SELECT tx, k, sum(n) FILTER (WHERE i % 3 = 0), count(*) FROM big WHERE i % 7 <> 2 GROUP BY tx, k",
            "SELECT i / 2, count(*), sum(l) FROM big GROUP BY i / 2",
            "SELECT mixed, count(*), sum(mixed) FROM big GROUP BY mixed",
            "SELECT sum(mixed), avg(mixed) FROM big",
            "SELECT k, sum(f), string_agg(tx, ',') FROM big WHERE i < 70000 GROUP BY k",
            "SELECT count(DISTINCT tx) FROM big",
            "SELECT v, count(*), sum(n) FROM big JOIN few ON k = id GROUP BY v",
            "SELECT v, count(*) FROM big LEFT JOIN few ON k = id AND i % 2 = w GROUP BY v",
            "SELECT count(*) FROM big WHERE EXISTS (SELECT FROM few WHERE id = k AND w < i % 5)",
            "SELECT count(*) FROM big WHERE NOT EXISTS (SELECT FROM few WHERE id = k)",
            "SELECT a.k, count(*) FROM big a JOIN big b ON a.i = b.l / 10 WHERE b.k < 20 GROUP BY a.k",
            "SELECT count(*) FROM few JOIN big ON id = i JOIN few f ON f.id = big.k",
            "SELECT v, count(*) FROM big FULL JOIN few ON i = id GROUP BY v",
            "SELECT count(*) FROM big JOIN few ON k = id WHERE v = 'none'",
            "SELECT sum(1 / (i - 150000)), sum(1 / (i - 90000)) FROM big",
            "SELECT k, sum(100 / (i - 120000)) FROM big GROUP BY k",
            "SELECT count(*) FROM big JOIN few ON id = 100 / (i - 99999)");

    private static RunningServer server;
    private static Connection connection;
    private static BothEngines engines;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException, IOException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        engines = new BothEngines(connection);
        engines.run(
                "CREATE TABLE big (i int, l int8, k int, n numeric(12, 2), mixed numeric, f float8, tx text, d date)");
        engines.run("INSERT INTO big SELECT i, i * 10::int8, CASE WHEN i % 11 <> 0 THEN i % 101 END, i * 0.37,"
                + " (i % 50) / 10 ^ (i % 3)::int, i * 1.1, 't' || i % 1000, date '2000-01-01' + i % 5000"
                + " FROM generate_series(1, 180000) i");
        engines.run("CREATE TABLE few AS SELECT id, 'v' || id % 7 AS v, id % 4 AS w FROM generate_series(1, 90) id");
        engines.run("ANALYZE");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @BeforeEach
    void reset() throws SQLException {
        engines.run("RESET ALL");
    }

    private static void demandSame(String query) throws SQLException {
        engines.run(WANTED + 1);
        List<String> expected = engines.answer("vector", query);
        engines.run(WANTED + 4);
        assertEquals(expected, engines.answer("vector", query), query);
    }

    @Test
    void threadsAnswerAsOneDoes() throws SQLException {
        engines.run("SET work_mem = '64MB'");
        for (String query : QUERIES) {
            demandSame(query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"64kB", "1MB"})
    void threadsAnswerAsOneDoesWhenTheySpill(String workMem) throws SQLException {
        engines.run("SET work_mem = '" + workMem + "'");
        for (String query : QUERIES) {
            // Rows that were in files come back in another order.
            String ordered = query.contains("GROUP BY") ? query + " ORDER BY 1, 2" : query;
            demandSame(ordered);
        }
    }

    @Test
    void theTransactionsOwnRowsAreSeen() throws SQLException {
        engines.run("BEGIN");
        engines.run("UPDATE big SET n = n + 1 WHERE i = 70000");
        engines.run("DELETE FROM few WHERE id < 10");
        demandSame("SELECT sum(n), count(*) FROM big");
        demandSame("SELECT count(*) FROM big JOIN few ON k = id");
        engines.run("ROLLBACK");
    }

    @Test
    void readsOfThreadsConflict() throws SQLException {
        engines.run(WANTED + 4);
        engines.run("SET pglitedb.engine = vector");
        engines.run("BEGIN ISOLATION LEVEL SERIALIZABLE");
        engines.run("SELECT sum(n) FROM big");
        engines.run("INSERT INTO few VALUES (1000, 'mine', 1)");
        try (Connection other = server.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL SERIALIZABLE");
            statement.execute("SELECT count(*) FROM few");
            statement.execute("UPDATE big SET n = n WHERE i = 5");
            statement.execute("COMMIT");
        }
        assertEquals(
                "40001",
                assertThrows(SQLException.class, () -> engines.run("COMMIT")).getSQLState());
        engines.run("ROLLBACK");
    }

    @Test
    void aCancelEndsAllThreads() throws Exception {
        engines.run(WANTED + 4);
        engines.run("SET pglitedb.engine = vector");
        try (Statement statement = connection.createStatement()) {
            Thread canceller = Thread.ofPlatform().start(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(700);
                    statement.cancel();
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            SQLException error = assertThrows(
                    SQLException.class,
                    () -> statement.executeQuery(
                            "SELECT count(*) FROM big a JOIN big b ON a.k = b.k JOIN big c ON b.k = c.k"));
            assertEquals("57014", error.getSQLState());
            canceller.join();
        }
        demandSame("SELECT count(*) FROM big");
    }

    @Test
    void aCursorStandsStillBetweenFetches() throws SQLException {
        engines.run(WANTED + 4);
        engines.run("SET pglitedb.engine = vector");
        engines.run("BEGIN");
        engines.run("DECLARE c CURSOR FOR SELECT i, v FROM big JOIN few ON k = id");
        assertEquals(1, engines.answer("vector", "FETCH c").size());
        engines.run("UPDATE big SET k = 0 WHERE i > 100000");
        assertTrue(engines.answer("vector", "FETCH ALL FROM c").size() > 100_000);
        engines.run("ROLLBACK");
    }
}
