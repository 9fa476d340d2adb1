package io.pglitedb.regress.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.regress.session.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both engines give the same answers and errors: to every query of `queries.sql`, in memory and spilling.
final class EnginesAgreeTest {
    private static RunningServer server;
    private static Connection connection;
    private static BothEngines engines;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException, IOException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        engines = new BothEngines(connection);
        for (String statement : BothEngines.script("/engine/setup.sql")) {
            engines.run(statement);
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4MB", "64kB"})
    void queriesAnswerTheSame(String workMem) throws SQLException, IOException {
        engines.run("SET work_mem = '" + workMem + "'");
        int vectorized = 0;
        for (String query : BothEngines.script("/engine/queries.sql")) {
            engines.demandSame(query);
            vectorized += engines.isVectorized(query.replace(";", "")) ? 1 : 0;
        }
        assertTrue(vectorized > 30, "only " + vectorized);
    }

    @Test
    void rowsOfTheTransactionItselfAreSeen() throws SQLException {
        engines.run("BEGIN");
        engines.run("UPDATE t SET n = n + 1 WHERE i = 7");
        engines.run("DELETE FROM t WHERE i = 8");
        engines.run("INSERT INTO t(i, n) SELECT 8, g FROM generate_series(1, 10) g");
        engines.demandSame("SELECT i, count(*), sum(n) FROM t WHERE i IN (7, 8) GROUP BY i");
        engines.run("ROLLBACK");
        engines.demandSame("SELECT i, count(*), sum(n) FROM t WHERE i IN (7, 8) GROUP BY i");
    }

    @Test
    void columnsOfAlteredTablesAreRead() throws SQLException {
        engines.run("CREATE TABLE altered (a int, b text, c int)");
        engines.run("INSERT INTO altered SELECT g, 'b' || g, g * 2 FROM generate_series(1, 100) g");
        engines.run("ALTER TABLE altered DROP COLUMN b");
        engines.run("ALTER TABLE altered ADD COLUMN d numeric DEFAULT 1.50, ADD COLUMN e text");
        engines.run("INSERT INTO altered VALUES (101, 7, 2, 'new')");
        engines.demandSame("SELECT a, c, d, e FROM altered WHERE a > 90 ORDER BY a");
        engines.demandSame("SELECT d, count(e), sum(c) FROM altered GROUP BY d");
    }

    /// What nobody asks for is not computed: the row engine stops at the limit.
    @Test
    void aLimitStopsBeforeAnError() throws SQLException {
        engines.demandSame("SELECT 1 / (l - 30000090) FROM t WHERE i IS NOT NULL LIMIT 3");
        engines.demandSame("SELECT 100 / (l - 2000006) FROM t LIMIT 1");
    }
}
